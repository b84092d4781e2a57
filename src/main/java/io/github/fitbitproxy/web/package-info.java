/** Connecting an account at {@code /setup}, and what guards it. */
@NullMarked
package io.github.fitbitproxy.web;

import org.jspecify.annotations.NullMarked;
