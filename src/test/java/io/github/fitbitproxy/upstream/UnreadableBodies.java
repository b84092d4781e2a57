package io.github.fitbitproxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Bodies that are no JSON object. Each has a word in it that must never be repeated. */
public final class UnreadableBodies {

    private static final String QUOTED = "sentinel";

    private static final Map<String, String> BODIES = Map.of(
            "empty", "",
            "blank", " \n",
            "html", "<html><body>502 sentinel</body></html>",
            "text", "sentinel",
            "truncated", "{\"sleep\":[{\"logId\":1,\"sentinel\":\"sent",
            "cut after a value", "{\"summary\":{\"steps\":5},\"sentinel\":1",
            "list", "[{\"sentinel\":1}]",
            "null", "null",
            "two values", "{\"sleep\":[]} {\"sentinel\":1}",
            "rubbish at the end", "{\"sleep\":[]}sentinel");

    private UnreadableBodies() {}

    public static <T> Stream<T> bodies(BiFunction<String, byte[], T> test) {
        return BODIES.entrySet().stream()
                .map(body -> test.apply(body.getKey(), body.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    public static void assertRefused(ThrowingCallable reading) {
        UpstreamException refused = catchThrowableOfType(UpstreamException.class, reading);
        assertThat(refused).isNotNull();
        assertThat(refused.failure()).isInstanceOf(UpstreamFailure.Unreadable.class);
        assertThat(refused).hasNoCause();
        assertThat(refused.getMessage()).doesNotContain(QUOTED);
    }
}
