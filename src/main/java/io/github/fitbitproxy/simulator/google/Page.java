package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some of many.
 *
 * @param nextToken leads to the next page; empty if this is the last
 */
record Page<T>(List<T> items, String nextToken) {

    /**
     * Cuts a page out of all.
     *
     * @param token of an earlier page, or empty
     * @param asked names what was asked for; a token leads on only where the same is asked
     */
    static <T> Page<T> of(Stream<T> all, int size, String token, String asked, @Nullable FaultRule fault)
            throws ApiError {
        if (is(fault, Fault.EMPTY_FIRST_PAGE) && token.isEmpty()) {
            return new Page<>(List.of(), token(0, asked));
        }
        int offset = token.isEmpty() ? 0 : offset(token, asked);
        int length = is(fault, Fault.PAGES_OF_ONE) ? 1 : size;
        List<T> found = all.skip(offset).limit(length + 1L).toList();
        return found.size() > length
                ? new Page<>(found.subList(0, length), token(offset + length, asked))
                : new Page<>(found, "");
    }

    private static String token(int offset, String asked) {
        byte[] text = (offset + " " + asked.hashCode()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int offset(String token, String asked) throws ApiError {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ");
            if (parts.length == 2 && parts[1].equals(Integer.toString(asked.hashCode()))) {
                return Integer.parseInt(parts[0]);
            }
        } catch (IllegalArgumentException notOurs) {
            // Refused below, as a token of another question.
        }
        throw ApiError.argument("Invalid page token.");
    }

    private static boolean is(@Nullable FaultRule rule, Fault fault) {
        return rule != null && rule.fault() == fault;
    }
}
