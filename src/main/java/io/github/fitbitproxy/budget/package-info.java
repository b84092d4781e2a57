/** What an upstream still allows, and when to hold back. */
@NullMarked
package io.github.fitbitproxy.budget;

import org.jspecify.annotations.NullMarked;
