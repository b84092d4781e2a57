/** The server's side of OAuth 1.0a, written from RFC 5849 and sharing nothing with the client it checks. */
@NullMarked
package io.github.fitbitproxy.simulator.oauth1;

import org.jspecify.annotations.NullMarked;
