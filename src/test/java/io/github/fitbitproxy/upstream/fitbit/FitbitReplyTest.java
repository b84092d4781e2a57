package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.upstream.Reply;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.Forbidden;
import io.github.fitbitproxy.upstream.UpstreamFailure.RateLimited;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unauthorised;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitReplyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T17:52:31Z");
    private static final String SECRET = "at-sentinel-77c2";

    private static UpstreamFailure failure(int status, String body, Map<String, String> headers) {
        return failure(true, status, body, headers);
    }

    private static UpstreamFailure failure(boolean signed, int status, String body, Map<String, String> headers) {
        Map<String, String> byAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byAnyCase.putAll(headers);
        Reply reply = new Reply(signed, status, byAnyCase::get, body.getBytes(StandardCharsets.UTF_8));
        return new FitbitReply(reply).failure(NOW);
    }

    private static String error(String type, String field, String message) {
        return "{\"errors\":[{\"errorType\":\"" + type + "\",\"fieldName\":\"" + field + "\",\"message\":\"" + message
                + "\"}],\"success\":false}";
    }

    private static Instant retryAt(Map<String, String> headers) {
        return ((RateLimited) failure(429, error("system", "n/a", "Too Many Requests"), headers)).retryAt();
    }

    @Test
    void isNoFailureWhenItIsASuccess() {
        assertThat(failure(200, "{}", Map.of())).isNull();
    }

    @Test
    void meansThatTheGrantIsGoneOn401() {
        UpstreamFailure failure = failure(
                401,
                error("oauth", "oauth_access_token", "Invalid signature or token 'x' or token '" + SECRET + "'"),
                Map.of());
        assertThat(failure).isInstanceOf(Unauthorised.class);
        assertThat(failure.toString()).doesNotContain(SECRET);
    }

    @Test
    void namesTheSettingsWhenTheAppIsUnknown() {
        assertThat(failure(401, error("oauth", "oauth_consumer_key", "Invalid consumer key: k"), Map.of())
                        .reason())
                .contains("fitbit.client-id");
    }

    @Test
    void blamesTheClockWhenTheServersDateIsFarAway() {
        UpstreamFailure failure = failure(
                401,
                error("oauth", "oauth_access_token", "Invalid signature or token"),
                Map.of("Date", "Sat, 21 Nov 2026 19:52:31 GMT"));
        assertThat(failure).isInstanceOf(Unavailable.class);
        assertThat(failure.reason()).contains("clock").contains("120 minutes behind");
    }

    @Test
    void doesNotBlameTheClockForCallsWithoutATime() {
        UpstreamFailure failure = failure(
                false,
                401,
                error("expired_token", "n/a", "Access token expired: " + SECRET),
                Map.of("Date", "Fri, 02 Jan 1970 00:00:00 GMT"));
        assertThat(failure).isInstanceOf(Unauthorised.class);
        assertThat(failure.toString()).doesNotContain(SECRET);
    }

    @Test
    void blamesTheClockWhenTheTimestampIsRefused() {
        assertThat(failure(401, error("oauth", "oauth_timestamp", "oauth_problem=timestamp_refused"), Map.of()))
                .isInstanceOf(Unavailable.class)
                .extracting(UpstreamFailure::reason)
                .asString()
                .contains("clock");
    }

    @Test
    void doesNotTakeA403ForALostGrant() {
        assertThat(failure(403, error("insufficient_scope", "n/a", "no"), Map.of()))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void takesAServerErrorForPassingTrouble(int status) {
        assertThat(failure(status, "<html>maintenance</html>", Map.of())).isInstanceOf(Unavailable.class);
    }

    @Test
    void saysThatTheServiceWasSwitchedOffOn410() {
        UpstreamFailure failure = failure(410, "", Map.of());
        assertThat(failure).isEqualTo(new Unavailable(failure.reason(), NOW.plus(Duration.ofDays(1))));
        assertThat(failure.reason()).contains("switched off");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422, 301})
    void cannotReadARefusalThatShouldNotHappen(int status) {
        assertThat(failure(status, "", Map.of())).isInstanceOf(Unreadable.class);
    }

    @Test
    void takesTheOldStatusForTheRateLimitToo() {
        assertThat(failure(409, "", Map.of())).isInstanceOf(RateLimited.class);
    }

    @Test
    void waitsUntilTheLaterOfTwoContradictoryHeaders() {
        assertThat(retryAt(Map.of("Retry-After", "10", "Fitbit-Rate-Limit-Reset", "449")))
                .isEqualTo(NOW.plusSeconds(449 + 5));
        assertThat(retryAt(Map.of("Retry-After", "900", "fitbit-rate-limit-reset", "449")))
                .isEqualTo(NOW.plusSeconds(900 + 5));
    }

    @Test
    void readsADateInRetryAfterAgainstTheServersOwnClock() {
        assertThat(retryAt(Map.of(
                        "Date", "Sat, 21 Nov 2026 18:52:00 GMT", "Retry-After", "Sat, 21 Nov 2026 19:00:00 GMT")))
                .isEqualTo(NOW.plusSeconds(480 + 5));
    }

    @Test
    void waitsForTheNextFullHourOfTheServersClockWhenNobodySays() {
        assertThat(retryAt(Map.of("Date", "Sat, 21 Nov 2026 17:59:00 GMT"))).isEqualTo(NOW.plusSeconds(60 + 5));
        assertThat(retryAt(Map.of())).isEqualTo(Instant.parse("2026-11-21T18:00:05Z"));
    }

    @Test
    void believesNobodyWhoSaysToWaitForYearsOrWritesNonsense() {
        assertThat(retryAt(Map.of("Retry-After", "99999999")))
                .isEqualTo(NOW.plus(Duration.ofDays(1)).plusSeconds(5));
        assertThat(retryAt(Map.of("Retry-After", "soon", "Fitbit-Rate-Limit-Reset", "-3")))
                .isEqualTo(Instant.parse("2026-11-21T18:00:05Z"));
    }
}
