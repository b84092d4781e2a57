/** Account exports ("Google Takeout", and Fitbit's own before): settings, archive, and one class per kind. */
@NullMarked
package io.github.fitbitproxy.upstream.takeout;

import org.jspecify.annotations.NullMarked;
