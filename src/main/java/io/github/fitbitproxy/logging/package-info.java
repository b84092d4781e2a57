/** The last net under what is printed. */
@NullMarked
package io.github.fitbitproxy.logging;

import org.jspecify.annotations.NullMarked;
