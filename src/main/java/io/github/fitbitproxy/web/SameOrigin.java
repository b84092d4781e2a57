package io.github.fitbitproxy.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser sent a request on behalf of one of our own pages. A cookie comes along whoever made the browser ask, so
 * what changes anything and shows only the cookie has to pass this. Pure.
 */
final class SameOrigin {

    private SameOrigin() {}

    /**
     * @param header of the request; browsers let no page set the two that are looked at
     * @param host what the request was sent to, such as {@code raspberrypi.local:8080}
     */
    static boolean is(Function<String, @Nullable String> header, String host) {
        // Fetch Metadata; browsers send it over https and to localhost only.
        String site = header.apply("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = header.apply("Origin");
        if (origin == null) {
            return false;
        }
        int scheme = origin.indexOf("://");
        return scheme > 0 && origin.substring(scheme + "://".length()).equalsIgnoreCase(host);
    }
}
