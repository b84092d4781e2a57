/**
 * Nights, whoever recorded them: pure functions from recorded sleeps to the public day, so that every upstream counts
 * alike. An upstream folder translates its wire into {@link RecordedSleep}; the rest happens here, once.
 */
@NullMarked
package io.github.fitbitproxy.sleep;

import org.jspecify.annotations.NullMarked;
