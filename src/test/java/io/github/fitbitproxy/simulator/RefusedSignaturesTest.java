package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.error;
import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static io.github.fitbitproxy.simulator.RunningSimulator.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Every way of signing wrongly, and the words it is refused with. */
class RefusedSignaturesTest {

    private static final String PATH = "/1/user/-/devices.json";

    @AutoClose
    private final RunningSimulator running = new RunningSimulator();

    @Test
    void acceptsARightSignatureWithAQuery() {
        assertThat(running.get(PATH + "?a=1%202&b=%C3%BC&a=0").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesACallWithoutHeader() {
        HttpResponse<String> response = running.send(HttpRequest.newBuilder(running.url(PATH)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("success").booleanValue()).isFalse();
        assertThat(error(response).path("errorType").asText()).isEqualTo("oauth");
        assertThat(error(response).path("fieldName").asText()).isEqualTo("n/a");
        assertThat(error(response).path("message").asText())
                .isEqualTo("No Authorization header provided in the request. "
                        + "Each call to Fitbit API should be OAuth signed");
    }

    @Test
    void refusesBearerTokensThatNobodyIssued() {
        assertThat(withHeader("Bearer abc").statusCode()).isEqualTo(401);
        assertThat(withHeader("Bearer demo-token-1").statusCode()).isEqualTo(401);
        assertThat(withHeader("Bearer demo-refresh-1").statusCode()).isEqualTo(401);
    }

    @Test
    void namesTheParametersThatAreAbsent() {
        HttpResponse<String> response = withHeader("OAuth oauth_consumer_key=\"demo-client\", oauth_timestamp=\""
                + now() + "\", oauth_nonce=\"n\", oauth_token=\"demo-token-1\"");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response).path("message").asText())
                .isEqualTo("oauth_problem=parameter_absent&oauth_parameters_absent="
                        + "oauth_signature_method%26oauth_signature");
    }

    @Test
    void refusesARepeatedParameter() {
        String header = signed(running.service()) + ", oauth_nonce=\"again\"";

        assertThat(error(withHeader(header)).path("message").asText()).contains("parameter_rejected", "oauth_nonce");
    }

    @Test
    void refusesAWrongSignature() {
        HttpResponse<String> response =
                running.get(PATH, token(1), running.service("demo-client", "not-the-secret", now(), "n1"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("OAuth realm=\"api.fitbit.com\"");
        assertThat(error(response).path("fieldName").asText()).isEqualTo("oauth_access_token");
        assertThat(error(response).path("message").asText())
                .matches("Invalid signature or token '[A-Za-z0-9+/=]+' or token 'demo-token-1'");
    }

    @Test
    void refusesASignatureThatWasMadeForAnotherPath() {
        HttpResponse<String> response = running.send(HttpRequest.newBuilder(running.url("/1/user/-/profile.json"))
                .header("Authorization", signed(running.service())));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAForeignToken() {
        HttpResponse<String> response =
                running.get(PATH, new OAuth1AccessToken("somebody-elses", "demo-secret-1"), running.service());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(error(response).path("message").asText()).endsWith("' or token 'somebody-elses'");
    }

    @Test
    void refusesAnotherWearersSecret() {
        HttpResponse<String> response =
                running.get(PATH, new OAuth1AccessToken("demo-token-1", "demo-secret-2"), running.service());

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAnUnknownConsumerKey() {
        HttpResponse<String> response =
                running.get(PATH, token(1), running.service("another-client", "demo-secret", now(), "n1"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(error(response).path("fieldName").asText()).isEqualTo("oauth_consumer_key");
        assertThat(error(response).path("message").asText()).isEqualTo("Invalid consumer key: another-client");
    }

    @Test
    void refusesANonceThatWasUsed() {
        String header = signed(running.service());

        assertThat(withHeader(header).statusCode()).isEqualTo(200);
        HttpResponse<String> replayed = withHeader(header);
        assertThat(replayed.statusCode()).isEqualTo(401);
        assertThat(error(replayed).path("fieldName").asText()).isEqualTo("oauth_nonce");
        assertThat(error(replayed).path("message").asText()).isEqualTo("oauth_problem=nonce_used");
    }

    @Test
    void spendsNoNonceOnAForgedCall() {
        OAuth10aService forger = running.service("demo-client", "not-the-secret", now(), "n1");
        OAuth10aService owner = running.service("demo-client", "demo-secret", now(), "n1");

        assertThat(running.get(PATH, token(1), forger).statusCode()).isEqualTo(401);
        assertThat(running.get(PATH, token(1), owner).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTimestampsOutsideTheWindow() {
        assertThat(at(now() - 300).statusCode()).isEqualTo(200);
        assertThat(at(now() + 300).statusCode()).isEqualTo(200);
        for (long timestamp : new long[] {now() - 301, now() + 301}) {
            HttpResponse<String> response = at(timestamp);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(error(response).path("fieldName").asText()).isEqualTo("oauth_timestamp");
            assertThat(error(response).path("message").asText())
                    .contains(
                            "timestamp_refused", "oauth_acceptable_timestamps=" + (now() - 300) + "-" + (now() + 300));
        }
    }

    @Test
    void refusesOtherSignatureMethods() {
        HttpResponse<String> response = withHeader("OAuth oauth_consumer_key=\"demo-client\", oauth_timestamp=\""
                + now() + "\", oauth_nonce=\"n\", oauth_token=\"demo-token-1\", "
                + "oauth_signature_method=\"PLAINTEXT\", oauth_signature=\"demo-secret%26demo-secret-1\"");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(error(response).path("message").asText())
                .isEqualTo("Invalid signature method: PLAINTEXT Fitbit API currently supports: HMAC-SHA1");
    }

    @Test
    void refusesProtocolParametersInTheBody() {
        String path = "/oauth/request_token";
        OAuthRequest signed = new OAuthRequest(Verb.POST, running.url(path).toString());
        signed.addBodyParameter("oauth_verifier", "abc");
        running.service().signRequest(new OAuth1AccessToken("", ""), signed);
        HttpResponse<String> response = running.send(HttpRequest.newBuilder(running.url(path))
                .header("Authorization", signed.getHeaders().get("Authorization"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("oauth_verifier=abc")));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(error(response).path("message").asText()).startsWith("Invalid signature");
    }

    @Test
    void refusesRightlySignedProtocolParametersInTheQuery() {
        String path = PATH + "?oauth_verifier=abc";
        HttpResponse<String> response = running.get(path, token(1), running.service());

        assertThat(running.get(PATH + "?verifier=abc").statusCode()).isEqualTo(200);
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void wantsTheUsersToken() throws Exception {
        HttpResponse<String> withoutToken = running.get(PATH, new OAuth1AccessToken("", ""), running.service());
        var temporary = running.service().getRequestToken();
        HttpResponse<String> withTemporaryToken = running.get(
                PATH, new OAuth1AccessToken(temporary.getToken(), temporary.getTokenSecret()), running.service());

        assertThat(withoutToken.statusCode()).isEqualTo(400);
        assertThat(error(withoutToken).path("message").asText()).isEqualTo("Resource owner is required");
        assertThat(withTemporaryToken.statusCode()).isEqualTo(401);
        assertThat(error(withTemporaryToken).path("message").asText())
                .isEqualTo("This endpoint should be signed with user's access token and secret");
    }

    private HttpResponse<String> at(long timestamp) {
        return running.get(PATH, token(1), running.service("demo-client", "demo-secret", timestamp, "n" + timestamp));
    }

    private HttpResponse<String> withHeader(String header) {
        return running.send(HttpRequest.newBuilder(running.url(PATH)).header("Authorization", header));
    }

    private String signed(OAuth10aService service) {
        return running.sign(Verb.GET, PATH, token(1), service);
    }

    private long now() {
        return running.clock.instant().getEpochSecond();
    }
}
