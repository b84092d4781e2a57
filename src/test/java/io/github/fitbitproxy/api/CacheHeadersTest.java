package io.github.fitbitproxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.day.Reading;
import io.github.fitbitproxy.day.Reading.Way;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CacheHeadersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Answer FRESH =
            new Answer(Buffer.buffer("{}"), "\"abc\"", NOW.minusSeconds(100), NOW.plusSeconds(200));
    private static final Answer STALE =
            new Answer(Buffer.buffer("{}"), "\"abc\"", NOW.minusSeconds(900), NOW.minusSeconds(600));
    private static final Answer SETTLED =
            new Answer(Buffer.buffer("{}"), "\"abc\"", NOW.minusSeconds(900), Instant.MAX);

    @Test
    void tellsTheFreshnessLeft() {
        assertThat(CacheHeaders.cacheControl(FRESH, NOW)).isEqualTo("private, max-age=200");
        assertThat(CacheHeaders.cacheControl(STALE, NOW)).isEqualTo("private, max-age=0");
        assertThat(CacheHeaders.cacheControl(SETTLED, NOW)).isEqualTo("private, max-age=31536000");
    }

    @Test
    void saysHowTheAnswerCameAbout() {
        assertThat(status(FRESH, Way.HIT)).isEqualTo("fitbit-proxy; hit; ttl=200");
        assertThat(status(FRESH, Way.MISS)).isEqualTo("fitbit-proxy; fwd=uri-miss; stored");
        assertThat(status(FRESH, Way.COLLAPSED_MISS)).isEqualTo("fitbit-proxy; fwd=uri-miss; collapsed");
        assertThat(status(FRESH, Way.REVALIDATED)).isEqualTo("fitbit-proxy; fwd=stale; stored");
        assertThat(status(STALE, Way.STALE_REVALIDATING))
                .isEqualTo("fitbit-proxy; hit; ttl=-600; detail=\"stale, revalidating\"");
        assertThat(CacheHeaders.cacheStatus(
                        new Reading(STALE, Way.STALE_ON_ERROR, new Unavailable("It is down.", null)), NOW))
                .isEqualTo("fitbit-proxy; hit; ttl=-600; detail=\"stale, upstream-unavailable\"");
    }

    private static String status(Answer answer, Way way) {
        return CacheHeaders.cacheStatus(new Reading(answer, way), NOW);
    }

    @Test
    void knowsItsOwnValidatorInAnyListAndForm() {
        assertThat(CacheHeaders.matches("\"abc\"", "\"abc\"")).isTrue();
        assertThat(CacheHeaders.matches("\"x\", W/\"abc\"", "\"abc\"")).isTrue();
        assertThat(CacheHeaders.matches("*", "\"abc\"")).isTrue();
        assertThat(CacheHeaders.matches("\"abcd\"", "\"abc\"")).isFalse();
        assertThat(CacheHeaders.matches(null, "\"abc\"")).isFalse();
    }
}
