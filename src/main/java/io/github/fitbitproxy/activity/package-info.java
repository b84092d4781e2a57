/** Days of movement, whoever recorded them: pure functions over the public day, so that every upstream counts alike. */
@NullMarked
package io.github.fitbitproxy.activity;

import org.jspecify.annotations.NullMarked;
