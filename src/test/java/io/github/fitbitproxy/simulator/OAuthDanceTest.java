package io.github.fitbitproxy.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import io.github.fitbitproxy.simulator.http.Parameter;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From nothing to a signed call, with a client library that knows nothing of the simulator. */
class OAuthDanceTest {

    private static final String PROFILE = "/1/user/-/profile.json";

    @AutoClose
    private final RunningSimulator running = new RunningSimulator();

    @Test
    void grantsAccessThroughTheCallback() throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();
        HttpResponse<String> back = decide("/oauth/authorize", temporary.getToken(), "9SIM03", "allow");
        URI location = URI.create(back.headers().firstValue("Location").orElseThrow());
        Map<String, String> query = query(location);

        OAuth1AccessToken token = running.service().getAccessToken(temporary, query.get("oauth_verifier"));

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(location.toString())
                .startsWith("http://gateway.example.org/setup/callback?person=me&x=a%20b&oauth_token=");
        assertThat(query).containsEntry("oauth_token", temporary.getToken());
        assertThat(token.getRawResponse()).contains("encoded_user_id=9SIM03");
        assertThat(encodedId(token)).isEqualTo("9SIM03");
    }

    @Test
    void showsTheVerifierWhereNoCallbackWasGiven() throws Exception {
        HttpResponse<String> begun = requestToken("oob");
        Map<String, String> form = form(begun.body());

        HttpResponse<String> page = decide("/oauth/authorize", form.get("oauth_token"), "9SIM02", "allow");
        Matcher verifier = Pattern.compile("<code>([0-9a-f]+)</code>").matcher(page.body());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(verifier.find()).isTrue();
        OAuth1AccessToken token = running.service().getAccessToken(temporary(form), verifier.group(1));
        assertThat(encodedId(token)).isEqualTo("9SIM02");
    }

    @Test
    void keepsAGrantThroughARestart() throws Exception {
        OAuth1AccessToken token = grant("9SIM02");

        try (RunningSimulator again = new RunningSimulator()) {
            assertThat(again.get(PROFILE, token, again.service()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void asksInAPlainPage() throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();

        HttpResponse<String> page = running.send(
                HttpRequest.newBuilder(running.url("/oauth/authenticate?oauth_token=" + temporary.getToken())));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(page.body())
                .contains("invented", "9SIM01", "9SIM05", "value=\"allow\"", "value=\"deny\"")
                .doesNotContain("<script");
    }

    @Test
    void escapesWhatTheBrowserSends() {
        HttpResponse<String> page =
                running.send(HttpRequest.newBuilder(running.url("/oauth/authorize?oauth_token=%3Cscript%3E")));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("<script");
    }

    @Test
    void sendsNoVerifierWhenDenied() throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();

        HttpResponse<String> back = decide("/oauth/authorize", temporary.getToken(), "9SIM01", "deny");

        assertThat(back.headers().firstValue("Location").orElseThrow())
                .contains("oauth_token=" + temporary.getToken())
                .doesNotContain("oauth_verifier");
        assertThatThrownBy(() -> running.service().getAccessToken(temporary, "anything"))
                .hasMessageContaining("permission_denied");
    }

    @Test
    void refusesAnAuthorisationThatNobodyAnswered() throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();

        assertThatThrownBy(() -> running.service().getAccessToken(temporary, "anything"))
                .hasMessageContaining("permission_denied");
    }

    @Test
    void refusesAWrongVerifierAndThenTakesTheRightOneOnce() throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();
        String verifier = allow(temporary, "9SIM01");

        assertThatThrownBy(() -> running.service().getAccessToken(temporary, "wrong"))
                .hasMessageContaining("Invalid OAuth temporary token");
        running.service().getAccessToken(temporary, verifier);
        assertThatThrownBy(() -> running.service().getAccessToken(temporary, verifier))
                .hasMessageContaining("Invalid OAuth temporary token");
    }

    @Test
    void answersAQuestionOnlyOnce() throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();
        allow(temporary, "9SIM01");

        assertThat(decide("/oauth/authorize", temporary.getToken(), "9SIM02", "allow")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void letsTemporaryCredentialsExpire() throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();
        String verifier = allow(temporary, "9SIM01");
        running.clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> running.service().getAccessToken(temporary, verifier))
                .hasMessageContaining("Invalid OAuth temporary token");
    }

    @Test
    void asksForAKnownWearer() throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();

        assertThat(decide("/oauth/authorize", temporary.getToken(), "NOBODY", "allow")
                        .statusCode())
                .isEqualTo(400);
        assertThat(decide("/oauth/authorize", temporary.getToken(), "9SIM01", "allow")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void refusesCallbacksThatAreNoWebAddress() {
        assertThat(requestToken("javascript:alert(1)").statusCode()).isEqualTo(400);
    }

    private OAuth1AccessToken grant(String wearer) throws Exception {
        OAuth1RequestToken temporary = running.service().getRequestToken();
        return running.service().getAccessToken(temporary, allow(temporary, wearer));
    }

    private String allow(OAuth1RequestToken temporary, String wearer) {
        HttpResponse<String> back = decide("/oauth/authorize", temporary.getToken(), wearer, "allow");
        return query(URI.create(back.headers().firstValue("Location").orElseThrow()))
                .get("oauth_verifier");
    }

    private HttpResponse<String> decide(String path, String token, String wearer, String decision) {
        String body = "oauth_token=" + PercentCode.encode(token) + "&wearer=" + wearer + "&decision=" + decision;
        return running.send(HttpRequest.newBuilder(running.url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> requestToken(String callback) {
        OAuthRequest request =
                new OAuthRequest(Verb.POST, running.url("/oauth/request_token").toString());
        request.addOAuthParameter("oauth_callback", callback);
        running.service().signRequest(new OAuth1AccessToken("", ""), request);
        return running.send(HttpRequest.newBuilder(running.url("/oauth/request_token"))
                .header("Authorization", request.getHeaders().get("Authorization"))
                .POST(BodyPublishers.noBody()));
    }

    private String encodedId(OAuth1AccessToken token) {
        return RunningSimulator.json(running.get(PROFILE, token, running.service()))
                .at("/user/encodedId")
                .asText();
    }

    private static OAuth1RequestToken temporary(Map<String, String> form) {
        return new OAuth1RequestToken(form.get("oauth_token"), form.get("oauth_token_secret"));
    }

    private static Map<String, String> query(URI uri) {
        return form(uri.getRawQuery());
    }

    private static Map<String, String> form(String text) {
        return PercentCode.parseForm(text).stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
    }
}
