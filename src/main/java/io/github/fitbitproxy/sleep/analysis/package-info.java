/**
 * What nights say together: pure functions, one file a family of metrics, each formula beside its source. No I/O, no clock;
 * the order of the input never matters.
 *
 * <p>Lengths are elapsed time, so a change of clocks inside a night neither adds nor takes an hour. Times of day are averaged
 * on a circle, each night by the clock that held then, so neither midnight nor a flight breaks a mean.
 */
@NullMarked
package io.github.fitbitproxy.sleep.analysis;

import org.jspecify.annotations.NullMarked;
