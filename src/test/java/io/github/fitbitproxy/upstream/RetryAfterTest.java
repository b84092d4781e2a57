package io.github.fitbitproxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T17:52:31Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.read(Map.of("Retry-After", " 90 ")::get, NOW)).isEqualTo(NOW.plusSeconds(90));
        assertThat(RetryAfter.read(Map.of("Retry-After", "Sat, 21 Nov 2026 17:53:31 GMT")::get, NOW))
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void readsADateByTheSendersClock() {
        Map<String, String> headers =
                Map.of("Retry-After", "Sat, 21 Nov 2026 18:00:00 GMT", "Date", "Sat, 21 Nov 2026 17:59:30 GMT");
        assertThat(RetryAfter.read(headers::get, NOW)).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void believesNobodyWhoNamesThePastOrMoreThanADay() {
        assertThat(RetryAfter.read(Map.of("Retry-After", "Sat, 21 Nov 2026 10:00:00 GMT")::get, NOW))
                .isEqualTo(NOW);
        assertThat(RetryAfter.read(Map.of("Retry-After", "999999999")::get, NOW))
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999"})
    void takesNonsenseForAbsence(String value) {
        assertThat(RetryAfter.read(Map.of("Retry-After", value)::get, NOW)).isNull();
    }

    @Test
    void knowsNothingWithoutTheHeader() {
        assertThat(RetryAfter.read(Map.<String, String>of()::get, NOW)).isNull();
        assertThat(RetryAfter.date(Map.<String, String>of()::get)).isNull();
    }
}
