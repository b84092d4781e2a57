/** Failures on demand, and a count of the calls that came in. */
@NullMarked
package io.github.fitbitproxy.simulator.fault;

import org.jspecify.annotations.NullMarked;
