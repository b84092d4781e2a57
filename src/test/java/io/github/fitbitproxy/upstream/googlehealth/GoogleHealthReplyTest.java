package io.github.fitbitproxy.upstream.googlehealth;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleHealthReplyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T17:52:31Z");
    private static final Instant IN_AN_HOUR = NOW.plus(Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void knowsASuccess(int status) {
        assertThat(failure(status, "")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ACCESS_TOKEN_SCOPE_INSUFFICIENT", "MISSING_OAUTH_SCOPE"})
    void tellsAMissingScope(String reason) {
        assertThat(failure(403, error(403, reason)))
                .isInstanceOfSatisfying(
                        Forbidden.class, scope -> assertThat(scope.reason()).contains("tick everything"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, ACCOUNT_NOT_LINKED, sign in to the Google Health app",
        "412, '', sign in to the Google Health app",
        "403, SERVICE_DISABLED, Enable it at console.cloud.google.com",
        "403, RESOURCE_PERMISSION_DENIED, myaccount.google.com/connections",
    })
    void saysWhatToDoAboutAnAccountAndLeavesTheCloudAloneForAnHour(int status, String reason, String advice) {
        assertThat(failure(status, error(status, reason))).isInstanceOfSatisfying(Unavailable.class, account -> {
            assertThat(account.reason()).contains(advice);
            assertThat(account.retryAt()).isEqualTo(IN_AN_HOUR);
        });
    }

    @Test
    void takesARefusalWithoutReasonForOneOfTheDataThatWereAskedFor() {
        assertThat(failure(403, error(403, "")))
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        refused -> assertThat(refused.reason())
                                .contains("move it to a Google account", "tick everything"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_DATA_POINT_FILTER",
        "400, UNSUPPORTED_DATA_TYPE_ACTION",
        "404, RESOURCE_NOT_FOUND",
        "422, ''",
        "302, ''"
    })
    void takesAnyOtherRefusalForAFaultOfOurs(int status, String reason) {
        assertThat(failure(status, error(status, reason))).isInstanceOf(Unreadable.class);
    }

    @Test
    void understandsHtmlByItsStatus() {
        assertThat(failure(404, "<html>sentinel</html>")).isInstanceOf(Unreadable.class);
        assertThat(failure(403, "<html>sentinel</html>")).isInstanceOf(Forbidden.class);
        assertThat(failure(502, "<html>sentinel</html>")).isInstanceOf(Unavailable.class);
    }

    @Test
    void tellsARefusedToken() {
        assertThat(failure(401, error(401, ""))).isInstanceOf(Unauthorised.class);
    }

    @Test
    void honoursRetryAfterAndWaitsAMinuteWithoutIt() {
        assertThat(failure(429, "", Map.of("Retry-After", "7")))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        limited -> assertThat(limited.retryAt()).isEqualTo(NOW.plusSeconds(7)));
        assertThat(failure(429, error(429, "RATE_LIMIT_EXCEEDED")))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        limited -> assertThat(limited.retryAt()).isEqualTo(NOW.plusSeconds(60)));
        assertThat(failure(503, "", Map.of("Retry-After", "90")))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        trouble -> assertThat(trouble.retryAt()).isEqualTo(NOW.plusSeconds(90)));
        assertThat(failure(500, ""))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        trouble -> assertThat(trouble.retryAt()).isNull());
    }

    @Test
    void staysAwayForADayFromWhatWasSwitchedOff() {
        assertThat(failure(410, ""))
                .isInstanceOfSatisfying(
                        Unavailable.class, gone -> assertThat(gone.retryAt()).isEqualTo(NOW.plus(Duration.ofDays(1))));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 412, 422, 429, 500, 503})
    void neverRepeatsWhatTheCloudSays(int status) {
        UpstreamFailure failure = failure(status, error(status, "ACCOUNT_NOT_LINKED"));
        assertThat(failure).isNotNull();
        assertThat(failure.toString()).doesNotContain("sentinel");
    }

    private static @Nullable UpstreamFailure failure(int status, String body) {
        return failure(status, body, Map.of());
    }

    private static @Nullable UpstreamFailure failure(int status, String body, Map<String, String> headers) {
        return new GoogleHealthReply(new Reply(false, status, headers::get, body.getBytes(StandardCharsets.UTF_8)))
                .failure(NOW);
    }

    private static String error(int status, String reason) {
        String details = reason.isEmpty()
                ? ""
                : ",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"" + reason
                        + "\"}]";
        return "{\"error\":{\"code\":" + status + ",\"message\":\"sentinel\",\"status\":\"X\"" + details + "}}";
    }
}
