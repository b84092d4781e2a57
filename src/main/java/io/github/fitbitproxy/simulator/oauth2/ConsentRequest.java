package io.github.fitbitproxy.simulator.oauth2;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app asks a person for (RFC 6749 §4.1.1), found in order.
 *
 * @param scopes as they stand on the wire
 * @param state comes back with the answer; null if there was none
 * @param codeChallenge S256 (RFC 7636 §4.3); null without PKCE
 * @param refreshable whether a refresh token is wanted
 */
public record ConsentRequest(
        String redirectUri,
        List<String> scopes,
        @Nullable String state,
        @Nullable String codeChallenge,
        boolean refreshable) {}
