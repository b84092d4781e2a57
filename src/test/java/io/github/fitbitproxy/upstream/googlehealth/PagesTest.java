package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.UnreadableBodies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final List<@Nullable String> asked = new ArrayList<>();

    @Test
    void followsATokenBehindAPageWithoutPoints() {
        List<byte[]> pages = Pages.all(pages(
                "{\"nextPageToken\":\"a\"}",
                "{\"dataPoints\":[],\"nextPageToken\":\"b\"}",
                "{\"dataPoints\":[{}],\"nextPageToken\":\"\"}"));

        assertThat(asked).containsExactly(null, "a", "b");
        assertThat(pages).hasSize(3);
        assertThat(new String(pages.get(2), StandardCharsets.UTF_8)).contains("[{}]");
    }

    @Test
    void takesAnEmptyObjectForTheLastPage() {
        assertThat(Pages.all(pages("{\"nextPageToken\":\"a\"}", "{}"))).hasSize(2);
    }

    @Test
    void refusesATokenThatComesAgain() {
        UnreadableBodies.assertRefused(
                () -> Pages.all(pages("{\"nextPageToken\":\"a\"}", "{\"nextPageToken\":\"a\"}")));
        assertThat(asked).hasSize(2);
    }

    @Test
    void refusesPagesWithoutEnd() {
        UnreadableBodies.assertRefused(() -> Pages.all(token -> {
            asked.add(token);
            return ("{\"nextPageToken\":\"" + asked.size() + "\"}").getBytes(StandardCharsets.UTF_8);
        }));
        assertThat(asked).hasSize(40);
    }

    @Test
    void refusesAPageThatIsNoJsonObject() {
        UnreadableBodies.assertRefused(() -> Pages.all(pages("<html>sentinel</html>")));
    }

    private Function<@Nullable String, byte[]> pages(String... bodies) {
        return token -> {
            asked.add(token);
            return bodies[asked.size() - 1].getBytes(StandardCharsets.UTF_8);
        };
    }
}
