package io.github.fitbitproxy.upstream;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud answered to one call.
 *
 * @param signed whether the call was signed with a time on it (OAuth 1.0a), so that a wrong clock may be the reason of a
 *     refusal
 * @param header gives the first value of a header, by any case of its name, or {@code null}
 * @param body empty if there was none
 */
public record Reply(boolean signed, int status, UnaryOperator<@Nullable String> header, byte[] body) {}
