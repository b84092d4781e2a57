/** What a wearer sees and decides in a browser, whichever protocol the app speaks. */
@NullMarked
package io.github.fitbitproxy.simulator.consent;

import org.jspecify.annotations.NullMarked;
