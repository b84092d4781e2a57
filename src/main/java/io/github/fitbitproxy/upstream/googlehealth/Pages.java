package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the pages of a list. A page without points may well have another one behind it. */
final class Pages {

    /** 25 sessions a page: more than a year of them. */
    private static final int MOST_PAGES = 40;

    private Pages() {}

    /**
     * All pages, in order.
     *
     * @param call gives the page of a token; of {@code null} the first
     * @throws UpstreamException as the call does, or with {@link
     *     io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable} if a page is not a whole JSON object or they do not end
     */
    static List<byte[]> all(Function<@Nullable String, byte[]> call) throws UpstreamException {
        List<byte[]> pages = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        String token = null;
        do {
            byte[] page = call.apply(token);
            pages.add(page);
            token = nextToken(LenientJson.object(page));
            boolean endless = pages.size() >= MOST_PAGES || token != null && !tokens.add(token);
            if (token != null && endless) {
                throw LenientJson.unreadable();
            }
        } while (token != null);
        return pages;
    }

    /** The token of the page behind this one, or {@code null} if it is the last. */
    static @Nullable String nextToken(JsonNode page) {
        return LenientJson.text(page, "nextPageToken");
    }
}
