package io.github.fitbitproxy.web;

import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows in order to be let in. Never anything from its address, which ends up in logs and histories. Pure.
 *
 * @param bearer the token of {@code Authorization: Bearer} (RFC 6750 §2.1)
 * @param apiKey the value of {@code X-API-Key}
 * @param session the value of the session's cookie
 */
record Presented(
        @Nullable String bearer,
        @Nullable String apiKey,
        @Nullable String session) {

    private static final String BEARER = "Bearer ";

    static Presented in(Function<String, @Nullable String> header) {
        return new Presented(
                bearer(header.apply("Authorization")), header.apply("X-API-Key"), session(header.apply("Cookie")));
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    private static @Nullable String session(@Nullable String cookies) {
        if (cookies == null) {
            return null;
        }
        return ServerCookieDecoder.STRICT.decodeAll(cookies).stream()
                .filter(cookie -> cookie.name().equals(Sessions.COOKIE))
                .map(cookie -> cookie.value())
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "Presented[…]";
    }
}
