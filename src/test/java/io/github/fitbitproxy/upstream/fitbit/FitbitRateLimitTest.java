package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.budget.CallBudget;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitRateLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-21T17:52:31Z");
    private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");

    private static CallBudget budget(int status, Map<String, String> headers) {
        return FitbitRateLimit.budget(status, headers::get, NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 304, 400, 401, 403, 404, 500, 503})
    void readsWhatIsLeftFromEveryAnswer(int status) {
        assertThat(budget(
                        status,
                        Map.of(
                                "Fitbit-Rate-Limit-Limit", "150",
                                "Fitbit-Rate-Limit-Remaining", "87",
                                "Fitbit-Rate-Limit-Reset", "449")))
                .isEqualTo(new CallBudget(150, 87, SIX, NOW));
    }

    @Test
    void knowsNothingWithoutHeaders() {
        assertThat(budget(200, Map.of())).isNull();
        assertThat(budget(500, Map.of("Fitbit-Rate-Limit-Limit", "150"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "1e3", "99999999999999999999"})
    void takesNonsenseForAbsence(String remaining) {
        assertThat(budget(200, Map.of("Fitbit-Rate-Limit-Remaining", remaining)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3601", "999999999"})
    void placesAnEndThatIsMissingOrAbsurdAtTheNextFullHour(String reset) {
        assertThat(budget(200, Map.of("Fitbit-Rate-Limit-Remaining", "10", "Fitbit-Rate-Limit-Reset", reset)))
                .isEqualTo(new CallBudget(150, 10, SIX, NOW));
    }

    @Test
    void goesByTheHourOfTheServersClock() {
        // It is five minutes ahead, so its hour ends five minutes earlier on ours.
        assertThat(budget(200, Map.of("Fitbit-Rate-Limit-Remaining", "10", "Date", "Sat, 21 Nov 2026 17:57:31 GMT"))
                        .resetsAt())
                .isEqualTo(SIX.minusSeconds(300));
    }

    @Test
    void neverHasMoreLeftThanThereIs() {
        assertThat(budget(200, Map.of("Fitbit-Rate-Limit-Limit", "100", "Fitbit-Rate-Limit-Remaining", "149"))
                        .remaining())
                .isEqualTo(100);
    }

    @Test
    void takesARefusalForTheEndWhateverItsHeadersSay() {
        CallBudget refused = budget(
                429,
                Map.of(
                        "Fitbit-Rate-Limit-Remaining", "87",
                        "Fitbit-Rate-Limit-Reset", "449",
                        "Retry-After", "1"));
        assertThat(refused.remaining()).isZero();
        // The later of the two, and a margin for clocks that differ.
        assertThat(refused.resetsAt()).isEqualTo(SIX.plusSeconds(5));
        assertThat(budget(429, Map.of()).remaining()).isZero();
        assertThat(budget(429, Map.of()).resetsAt()).isEqualTo(SIX.plusSeconds(5));
    }
}
