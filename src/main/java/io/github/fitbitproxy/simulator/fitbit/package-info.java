/** The wearers' days in the words of the Fitbit Web API. */
@NullMarked
package io.github.fitbitproxy.simulator.fitbit;

import org.jspecify.annotations.NullMarked;
