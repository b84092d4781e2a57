/** Recorded replies, answered by the path they were recorded from. */
@NullMarked
package io.github.fitbitproxy.simulator.replay;

import org.jspecify.annotations.NullMarked;
