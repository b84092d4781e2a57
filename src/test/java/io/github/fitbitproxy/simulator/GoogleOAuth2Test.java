package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static io.github.fitbitproxy.simulator.RunningSimulator.query;
import static io.github.fitbitproxy.simulator.RunningSimulator.sentBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From Google's consent page to a refused refresh, over real HTTP. */
class GoogleOAuth2Test {

    private static final String REDIRECT = "http://localhost:8080/setup/callback";

    /** RFC 7636, Appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String SCOPE = "https://www.googleapis.com/auth/googlehealth.";
    private static final String SLEEP = SCOPE + "sleep.readonly";
    private static final String ACTIVITY = SCOPE + "activity_and_fitness.readonly";
    private static final String IDENTITY = "/google/v4/users/me/identity";

    @AutoClose
    private final RunningSimulator running = new RunningSimulator();

    @Test
    void grantsWhatStayedTicked() {
        Map<String, String> back = sentBack(allow(authorize(REDIRECT), "9SIM01", SLEEP));
        HttpResponse<String> answer = exchange(back.get("code"), VERIFIER);
        JsonNode tokens = json(answer);

        assertThat(back).containsEntry("state", "st &1").containsEntry("scope", SLEEP);
        assertThat(back.get("code")).startsWith("4/0A");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=UTF-8");
        assertThat(answer.body()).contains("\n");
        assertThat(tokens.path("scope").asText()).isEqualTo(SLEEP);
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3599);
        assertThat(tokens.has("refresh_token_expires_in")).isFalse();
        assertThat(running.bearer(IDENTITY, tokens.path("access_token").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysAccessDeniedWhenDenied() {
        HttpResponse<String> denied = running.post(authorize(REDIRECT), "decision", "deny");

        assertThat(sentBack(denied)).isEqualTo(Map.of("error", "access_denied", "state", "st &1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.168.1.20:8080/cb",
                "https://192.168.1.20/cb",
                "http://pi.local/cb",
                "https://pi.local/cb",
                "https://raspberrypi/cb",
                "http://pi.example.org/cb",
                "https://pi.example.org/cb#part",
                "ftp://localhost/cb",
                "nowhere"
            })
    void refusesAddressesThatGoogleRefuses(String redirect) {
        HttpResponse<String> page = running.send(HttpRequest.newBuilder(running.url(authorize(redirect))));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Access blocked", "redirect_uri_mismatch", "The redirect address");
        assertThat(page.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/cb",
                "http://127.0.0.1:9/cb",
                "http://[::1]:8080/cb",
                "https://pi.example.org/cb",
                "https://pi.tail1234.ts.net/cb"
            })
    void acceptsAddressesThatGoogleAccepts(String redirect) {
        assertThat(running.send(HttpRequest.newBuilder(running.url(authorize(redirect))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesARefreshTokenOnlyOfflineAndAgainOnlyAfterPrompting() {
        String offline = authorize(REDIRECT).replace("&prompt=consent", "");
        String online = offline.replace("&access_type=offline", "");

        assertThat(tokens(online, "9SIM02").has("refresh_token")).isFalse();
        assertThat(tokens(offline, "9SIM03").has("refresh_token")).isTrue();
        assertThat(tokens(offline, "9SIM03").has("refresh_token")).isFalse();
        assertThat(tokens(authorize(REDIRECT), "9SIM03").has("refresh_token")).isTrue();
    }

    @Test
    void doesNotRotateRefreshTokens() {
        String refreshToken =
                tokens(authorize(REDIRECT), "9SIM01").path("refresh_token").asText();

        JsonNode one = json(refresh(refreshToken));
        running.clock.advance(Duration.ofDays(30));
        JsonNode other = json(refresh(refreshToken));

        assertThat(one.has("refresh_token")).isFalse();
        assertThat(other.path("access_token").asText())
                .isNotEqualTo(one.path("access_token").asText());
        assertThat(running.bearer(IDENTITY, one.path("access_token").asText()).statusCode())
                .isEqualTo(401);
        assertThat(running.bearer(IDENTITY, other.path("access_token").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void endsAGrantOfAnAppInTestingAfterSevenDays() {
        running.simulator
                .faults()
                .add(FaultRule.on("/google/token", Fault.TESTING_GRANT).times(1));
        JsonNode tokens = tokens(authorize(REDIRECT), "9SIM01");
        String refreshToken = tokens.path("refresh_token").asText();

        assertThat(tokens.path("refresh_token_expires_in").asInt()).isEqualTo(604_799);
        running.clock.advance(Duration.ofDays(7).minusSeconds(2));
        assertThat(refresh(refreshToken).statusCode()).isEqualTo(200);
        running.clock.advance(Duration.ofSeconds(2));
        HttpResponse<String> dead = refresh(refreshToken);
        assertThat(dead.statusCode()).isEqualTo(400);
        assertThat(json(dead).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(json(dead).path("error_description").asText()).isEqualTo("Token has been expired or revoked.");
    }

    @Test
    void endsTheGrantWithWhicheverTokenIsRevoked() {
        JsonNode one = tokens(authorize(REDIRECT), "9SIM01");
        JsonNode other = tokens(authorize(REDIRECT), "9SIM01");

        assertThat(running.post(
                                "/google/revoke",
                                "token",
                                one.path("access_token").asText())
                        .statusCode())
                .isEqualTo(200);

        assertThat(refresh(one.path("refresh_token").asText()).statusCode()).isEqualTo(400);
        assertThat(refresh(other.path("refresh_token").asText()).statusCode()).isEqualTo(200);
        HttpResponse<String> again = running.post(
                "/google/revoke", "token", one.path("refresh_token").asText());
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(json(again).path("error").asText()).isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type,password,400,unsupported_grant_type",
        "client_id,other,401,invalid_client",
        "client_secret,other,401,invalid_client",
        "code,4/0Aother,400,invalid_grant",
        "redirect_uri,http://localhost:8080/,400,redirect_uri_mismatch",
        "code_verifier,dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX,400,invalid_grant",
        "code,'',400,invalid_request"
    })
    void refusesAnExchangeThatIsWrongInOnePlace(String name, String value, int status, String error) {
        String code = sentBack(allow(authorize(REDIRECT), "9SIM01", SLEEP)).get("code");
        String[] form = exchangeForm(code, VERIFIER);
        for (int i = 0; i < form.length; i += 2) {
            form[i + 1] = form[i].equals(name) ? value : form[i + 1];
        }

        HttpResponse<String> answer = running.post("/google/token", form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("error").asText()).isEqualTo(error);
    }

    @Test
    void takesACodeOnce() {
        String code = sentBack(allow(authorize(REDIRECT), "9SIM01", SLEEP)).get("code");

        assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(200);
        assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void letsAnAccountConsentThatHasNoHealthData() {
        String access =
                tokens(authorize(REDIRECT), "9SIM00").path("access_token").asText();

        HttpResponse<String> answer = running.bearer(IDENTITY, access);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/status").asText()).isEqualTo("FAILED_PRECONDITION");
        assertThat(json(answer).at("/error/details/0/reason").asText()).isEqualTo("ACCOUNT_NOT_LINKED");
    }

    @ParameterizedTest
    @CsvSource({
        "status-502,502",
        "status-503,503",
        "invalid-grant,400",
        "invalid-client,401",
        "rate-limited,429",
        "html,200",
        "truncated-json,200"
    })
    void failsAtTheTokenEndpointAsAsked(String fault, int status) {
        running.control("PUT", "/faults", "[{\"path\":\"/google/token\",\"fault\":\"" + fault + "\",\"times\":1}]");

        assertThat(refresh("demo-refresh-1").statusCode()).isEqualTo(status);
        assertThat(refresh("demo-refresh-1").statusCode()).isEqualTo(200);
    }

    @Test
    void unticksScopesOnDemand() {
        running.control(
                "PUT",
                "/faults",
                "[{\"path\":\"/google/token\",\"fault\":\"fewer-scopes\",\"scope\":\"sleep\",\"times\":1}]");

        assertThat(json(refresh("demo-refresh-1")).path("scope").asText())
                .contains(ACTIVITY)
                .doesNotContain("sleep");
        assertThat(json(refresh("demo-refresh-1")).path("scope").asText()).contains(SLEEP);
    }

    @Test
    void takesAGrantBackForGood() {
        String access = running.googleAccessToken(1);
        running.simulator
                .faults()
                .add(FaultRule.on(IDENTITY, Fault.REVOKED_GRANT).times(1));

        assertThat(running.bearer(IDENTITY, access).statusCode()).isEqualTo(401);
        assertThat(running.bearer(IDENTITY, access).statusCode()).isEqualTo(401);
        assertThat(json(refresh("demo-refresh-1")).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refresh("demo-refresh-2").statusCode()).isEqualTo(200);
    }

    private JsonNode tokens(String authorize, String wearer) {
        return json(exchange(sentBack(allow(authorize, wearer, SLEEP)).get("code"), VERIFIER));
    }

    private HttpResponse<String> allow(String authorize, String wearer, String ticked) {
        return running.post(authorize, "decision", "allow", "wearer", wearer, "scope", ticked);
    }

    private static String authorize(String redirect) {
        return "/google/o/oauth2/v2/auth?"
                + query(
                        "client_id",
                        "demo-client",
                        "response_type",
                        "code",
                        "redirect_uri",
                        redirect,
                        "scope",
                        SLEEP + " " + ACTIVITY,
                        "access_type",
                        "offline",
                        "prompt",
                        "consent",
                        "state",
                        "st &1",
                        "code_challenge",
                        CHALLENGE,
                        "code_challenge_method",
                        "S256");
    }

    private HttpResponse<String> exchange(String code, String verifier) {
        return running.post("/google/token", exchangeForm(code, verifier));
    }

    private static String[] exchangeForm(String code, String verifier) {
        return new String[] {
            "grant_type",
            "authorization_code",
            "code",
            code,
            "client_id",
            "demo-client",
            "client_secret",
            "demo-secret",
            "redirect_uri",
            REDIRECT,
            "code_verifier",
            verifier
        };
    }

    private HttpResponse<String> refresh(String refreshToken) {
        return running.post(
                "/google/token",
                "grant_type",
                "refresh_token",
                "refresh_token",
                refreshToken,
                "client_id",
                "demo-client",
                "client_secret",
                "demo-secret");
    }
}
