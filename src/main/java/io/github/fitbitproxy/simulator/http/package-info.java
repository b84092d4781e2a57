/** HTTP as the simulator sees it: a call comes in, an answer goes out, and no server is needed to try either. */
@NullMarked
package io.github.fitbitproxy.simulator.http;

import org.jspecify.annotations.NullMarked;
