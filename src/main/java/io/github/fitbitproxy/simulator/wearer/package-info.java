/** Invented people and their days: a pure function of seed, wearer, date and moment, in nobody's wire format. */
@NullMarked
package io.github.fitbitproxy.simulator.wearer;

import org.jspecify.annotations.NullMarked;
