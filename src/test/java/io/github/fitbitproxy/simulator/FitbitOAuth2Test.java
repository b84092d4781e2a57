package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.error;
import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static io.github.fitbitproxy.simulator.RunningSimulator.query;
import static io.github.fitbitproxy.simulator.RunningSimulator.sentBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the consent page to the last refresh, over real HTTP, as the Fitbit Web API did it. */
class FitbitOAuth2Test {

    private static final String REDIRECT = "http://192.168.1.20:8080/setup/callback";

    /** RFC 7636, Appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String SLEEP = "/1.2/user/-/sleep/date/2026-11-20.json";
    private static final String DAY = "/1/user/-/activities/date/2026-11-20.json";

    @AutoClose
    private final RunningSimulator running = new RunningSimulator();

    @Test
    void grantsWhatStayedTicked() {
        Map<String, String> back = sentBack(allow("sleep activity", "9SIM03", "activity"));
        JsonNode tokens = json(exchange(back.get("code"), REDIRECT, VERIFIER));
        String access = tokens.path("access_token").asText();

        assertThat(back).containsEntry("state", "st &1");
        assertThat(tokens.path("scope").asText()).isEqualTo("activity");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(28_800);
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("user_id").asText()).isEqualTo("9SIM03");
        assertThat(running.bearer("/1/user/9SIM03/activities/date/today.json", access)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> sleep = running.bearer(SLEEP, access);
        assertThat(sleep.statusCode()).isEqualTo(403);
        assertThat(error(sleep).path("errorType").asText()).isEqualTo("insufficient_scope");
    }

    @Test
    void appendsAFragmentToTheAddressItSendsTheBrowserTo() {
        assertThat(allow("sleep", "9SIM01", "sleep").headers().firstValue("Location"))
                .get()
                .asString()
                .startsWith(REDIRECT + "?code=")
                .endsWith("#_=_");
    }

    @Test
    void sendsTheBrowserBackWithoutACodeWhenDenied() {
        HttpResponse<String> denied = running.post(authorize("sleep"), "decision", "deny");

        assertThat(sentBack(denied)).containsEntry("error", "access_denied").containsEntry("state", "st &1");
        assertThat(sentBack(denied)).doesNotContainKey("code");
    }

    @Test
    void showsABoxForEachScope() {
        HttpResponse<String> page = running.send(HttpRequest.newBuilder(running.url(authorize("sleep heartrate"))));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "name=\"viewport\"",
                        "value=\"sleep\"",
                        "value=\"heartrate\"",
                        "value=\"9SIM01\" checked>",
                        "value=\"9SIM05\">")
                .doesNotContain("value=\"weight\"");
        assertThat(running.post(authorize("sleep"), "decision", "allow", "wearer", "9SIM01")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,other,unauthorized_client - Invalid client_id",
        "response_type,token,unsupported_response_type - Invalid response_type parameter value",
        "redirect_uri,nowhere,invalid_request - Invalid redirect_uri parameter value",
        "code_challenge,short,invalid_request - The code_challenge parameter length must be between 43 and 128",
        "code_challenge_method,plain,invalid_request - Unsupported code_challenge_method",
        "scope,everything,invalid_scope - Invalid scope: everything"
    })
    void showsWhatIsWrongAndRedirectsNobody(String name, String value, String message) {
        String path = authorize("sleep").replaceAll(name + "=[^&]*", name + "=" + value);

        HttpResponse<String> page = running.send(HttpRequest.newBuilder(running.url(path)));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(message);
    }

    @Test
    void takesACodeOnceFromTheRightAppWithTheRightVerifier() {
        String code = sentBack(allow("sleep", "9SIM01", "sleep")).get("code");
        assertThat(running.post("/oauth2/token", "grant_type", "authorization_code", "code", code)
                        .statusCode())
                .isEqualTo(401);

        assertThat(exchange(code, REDIRECT, VERIFIER).statusCode()).isEqualTo(200);
        HttpResponse<String> again = exchange(code, REDIRECT, VERIFIER);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(error(again).path("errorType").asText()).isEqualTo("invalid_grant");
        assertThat(error(again).path("message").asText()).startsWith("Authorization code invalid: " + code);
    }

    @Test
    void refusesAnotherVerifierAnotherAddressAndAnOldCode() {
        String other = VERIFIER.replace('d', 'e');
        assertThat(exchange(sentBack(allow("sleep", "9SIM01", "sleep")).get("code"), REDIRECT, other)
                        .statusCode())
                .isEqualTo(400);
        assertThat(exchange(sentBack(allow("sleep", "9SIM01", "sleep")).get("code"), REDIRECT + "/", VERIFIER)
                        .statusCode())
                .isEqualTo(400);
        String old = sentBack(allow("sleep", "9SIM01", "sleep")).get("code");
        running.clock.advance(Duration.ofMinutes(10));
        assertThat(exchange(old, REDIRECT, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void rotatesRefreshTokensAndRepeatsTheAnswerForTwoMinutes() {
        String first = grant("9SIM01").path("refresh_token").asText();

        HttpResponse<String> fresh = refresh(first);
        running.clock.advance(Duration.ofSeconds(119));
        HttpResponse<String> repeated = refresh(first);
        running.clock.advance(Duration.ofSeconds(1));
        HttpResponse<String> late = refresh(first);

        assertThat(json(fresh).path("refresh_token").asText()).isNotEqualTo(first);
        assertThat(repeated.body()).isEqualTo(fresh.body());
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(error(late).path("message").asText()).startsWith("Refresh token invalid: " + first);
        assertThat(refresh(json(fresh).path("refresh_token").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void endsAnAccessTokenAfterEightHours() {
        String access = grant("9SIM01").path("access_token").asText();
        running.clock.advance(Duration.ofSeconds(28_799));
        assertThat(running.bearer(SLEEP, access).statusCode()).isEqualTo(200);
        running.clock.advance(Duration.ofSeconds(1));

        HttpResponse<String> expired = running.bearer(SLEEP, access);

        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(error(expired).path("errorType").asText()).isEqualTo("expired_token");
        assertThat(error(running.bearer(SLEEP, "no-such-token"))
                        .path("errorType")
                        .asText())
                .isEqualTo("invalid_token");
    }

    @Test
    void endsEverythingOfAPersonOnRevocation() {
        JsonNode one = grant("9SIM01");
        JsonNode other = grant("9SIM01");

        HttpResponse<String> revoked = running.postAsClient(
                "/oauth2/revoke", "token", one.path("access_token").asText());

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(revoked.body()).isEmpty();
        assertThat(running.bearer(SLEEP, other.path("access_token").asText()).statusCode())
                .isEqualTo(401);
        assertThat(refresh(other.path("refresh_token").asText()).statusCode()).isEqualTo(400);
        assertThat(refresh("demo-refresh-1").statusCode()).isEqualTo(400);
        assertThat(refresh("demo-refresh-2").statusCode()).isEqualTo(200);
        assertThat(refresh(grant("9SIM01").path("refresh_token").asText()).statusCode())
                .isEqualTo(200);
        assertThat(running.control("DELETE", "/grants", "").statusCode()).isEqualTo(204);
        assertThat(refresh("demo-refresh-1").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsAGrantThroughARestart() {
        String refreshToken = grant("9SIM01").path("refresh_token").asText();

        try (RunningSimulator again = new RunningSimulator()) {
            assertThat(again.postAsClient("/oauth2/token", "grant_type", "refresh_token", "refresh_token", refreshToken)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void leavesTheHeartOutOfADayThatMayBeSeenWithoutIt() {
        JsonNode without = json(running.bearer(DAY, accessToken("activity")));
        JsonNode with = json(running.bearer(DAY, accessToken("activity heartrate")));

        assertThat(with.path("summary").has("heartRateZones")).isTrue();
        assertThat(without.path("summary").has("heartRateZones")).isFalse();
        assertThat(without.path("summary").has("restingHeartRate")).isFalse();
        assertThat(without.path("summary").path("steps"))
                .isEqualTo(with.path("summary").path("steps"));
        assertThat(with).isEqualTo(json(running.get(DAY)));
    }

    @Test
    void looksIntoATokenForItsHolder() {
        String access = accessToken("sleep activity");

        JsonNode live = json(running.send(
                running.form("/1.1/oauth2/introspect", "token", access).header("Authorization", "Bearer " + access)));

        assertThat(live.path("active").booleanValue()).isTrue();
        assertThat(live.path("scope").asText()).isEqualTo("{ACTIVITY=READ_WRITE, SLEEP=READ_WRITE}");
        assertThat(live.path("exp").longValue() - live.path("iat").longValue()).isEqualTo(28_800_000);
    }

    @Test
    void staysLoggedOutUntilRefreshedWhenATokenIsEndedEarly() {
        JsonNode tokens = grant("9SIM01");
        String access = tokens.path("access_token").asText();
        running.simulator
                .faults()
                .add(FaultRule.on("/1.2/", Fault.EXPIRED_TOKEN).times(1));

        assertThat(running.bearer(SLEEP, access).statusCode()).isEqualTo(401);
        assertThat(running.bearer(SLEEP, access).statusCode()).isEqualTo(401);
        String refreshed = json(refresh(tokens.path("refresh_token").asText()))
                .path("access_token")
                .asText();
        assertThat(running.bearer(SLEEP, refreshed).statusCode()).isEqualTo(200);
    }

    @Test
    void doesTheExchangeEvenIfTheAnswerIsLost() {
        String first = grant("9SIM01").path("refresh_token").asText();
        running.simulator
                .faults()
                .add(FaultRule.on("/oauth2/token", Fault.ANSWER_LOST).times(1));

        assertThatThrownBy(() -> refresh(first)).isInstanceOf(UncheckedIOException.class);
        HttpResponse<String> retried = refresh(first);
        running.clock.advance(Duration.ofSeconds(121));

        assertThat(retried.statusCode()).isEqualTo(200);
        assertThat(refresh(first).statusCode()).isEqualTo(400);
    }

    @Test
    void countsExchangesAndRefreshesApart() {
        JsonNode tokens = grant("9SIM01");
        refresh(tokens.path("refresh_token").asText());
        refresh("demo-refresh-1");

        assertThat(running.simulator.calls().of("/oauth2/token")).isEqualTo(3);
        assertThat(running.simulator.calls().of("/oauth2/token?grant_type=refresh_token"))
                .isEqualTo(2);
    }

    @Test
    void givesTokensALifetimeOfOnesOwn() {
        try (RunningSimulator quick =
                new RunningSimulator(SimulatorSettings.onFreePort().withAccessTokenLifetime(Duration.ofSeconds(5)))) {
            JsonNode tokens = json(quick.postAsClient(
                    "/oauth2/token", "grant_type", "refresh_token", "refresh_token", "demo-refresh-1"));
            quick.clock.advance(Duration.ofSeconds(5));

            assertThat(tokens.path("expires_in").asInt()).isEqualTo(5);
            assertThat(quick.bearer(SLEEP, tokens.path("access_token").asText()).statusCode())
                    .isEqualTo(401);
        }
    }

    private String accessToken(String scopes) {
        String code = sentBack(running.post(authorize(scopes), scopeForm("9SIM01", scopes.split(" "))))
                .get("code");
        return json(exchange(code, REDIRECT, VERIFIER)).path("access_token").asText();
    }

    private JsonNode grant(String wearer) {
        String code = sentBack(allow("sleep activity", wearer, "sleep")).get("code");
        return json(exchange(code, REDIRECT, VERIFIER));
    }

    private HttpResponse<String> allow(String asked, String wearer, String ticked) {
        return running.post(authorize(asked), scopeForm(wearer, ticked));
    }

    private static String[] scopeForm(String wearer, String... ticked) {
        String[] form = new String[4 + 2 * ticked.length];
        form[0] = "decision";
        form[1] = "allow";
        form[2] = "wearer";
        form[3] = wearer;
        for (int i = 0; i < ticked.length; i++) {
            form[4 + 2 * i] = "scope";
            form[5 + 2 * i] = ticked[i];
        }
        return form;
    }

    private static String authorize(String scopes) {
        return "/oauth2/authorize?"
                + query(
                        "client_id",
                        "demo-client",
                        "response_type",
                        "code",
                        "redirect_uri",
                        REDIRECT,
                        "scope",
                        scopes,
                        "state",
                        "st &1",
                        "code_challenge",
                        CHALLENGE,
                        "code_challenge_method",
                        "S256");
    }

    private HttpResponse<String> exchange(String code, String redirect, String verifier) {
        return running.postAsClient(
                "/oauth2/token",
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect,
                "code_verifier",
                verifier);
    }

    private HttpResponse<String> refresh(String refreshToken) {
        return running.postAsClient("/oauth2/token", "grant_type", "refresh_token", "refresh_token", refreshToken);
    }
}
