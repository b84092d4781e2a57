package io.github.fitbitproxy.cache;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a cache (RFC 9111 §5.2.1). Only the directives that change what this service does are kept.
 *
 * @param noCache ask the upstream first
 * @param onlyIfCached never ask the upstream
 * @param maxAgeSeconds the oldest answer that is welcome, or {@code null}
 */
public record RequestDirectives(
        boolean noCache, boolean onlyIfCached, @Nullable Long maxAgeSeconds) {

    public static final RequestDirectives NONE = new RequestDirectives(false, false, null);

    /** Reads a {@code Cache-Control} field value; {@code null} means that there was none. Nonsense is ignored. */
    public static RequestDirectives parse(@Nullable String cacheControl) {
        if (cacheControl == null) {
            return NONE;
        }
        boolean noCache = false;
        boolean onlyIfCached = false;
        Long maxAgeSeconds = null;
        for (String directive : cacheControl.toLowerCase(Locale.ROOT).split(",")) {
            String word = directive.strip();
            if (word.equals("no-cache")) {
                noCache = true;
            } else if (word.equals("only-if-cached")) {
                onlyIfCached = true;
            } else if (word.startsWith("max-age=")) {
                maxAgeSeconds = seconds(word.substring("max-age=".length()));
            }
        }
        return new RequestDirectives(noCache, onlyIfCached, maxAgeSeconds);
    }

    private static @Nullable Long seconds(String digits) {
        boolean valid = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        // RFC 9111 §1.2.2: what is too large to hold counts as the largest number.
        return valid ? Long.valueOf(digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits)) : null;
    }
}
