/**
 * The server's side of OAuth 2.0 where both vendors agree (RFC 6749, RFC 7636, RFC 7009); how each of them words it lives in
 * its own folder. It shares nothing with the client it checks.
 */
@NullMarked
package io.github.fitbitproxy.simulator.oauth2;

import org.jspecify.annotations.NullMarked;
