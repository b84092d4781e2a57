/**
 * The vendors' side of the wire, for trying and testing without a cloud. It imports nothing of ours and nobody imports
 * it: it shares no code, and so no mistake, with the client it checks.
 */
@NullMarked
package io.github.fitbitproxy.simulator;

import org.jspecify.annotations.NullMarked;
