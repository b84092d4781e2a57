package io.github.fitbitproxy.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth1;
import io.github.fitbitproxy.oauth.TokenCredentials;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Connecting to the simulator, which checks every signature with code of its own. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class SimulatorDanceTest {

    // Looked up, not injected: an injected setting would have to be there for every other test's application too.
    private final URI simulator = ConfigProvider.getConfig().getValue("fitbit.url", URI.class);
    private final String adminToken = ConfigProvider.getConfig().getValue("proxy.admin-token", String.class);

    @Inject
    Grants grants;

    @Inject
    OAuth1 oauth1;

    @Test
    void connectsByRedirectAndSignsCallsThatAreAccepted() {
        Response back = allow(begin("{\"upstream\": \"fitbit\", \"person\": \"ben\"}"), "9SIM03");
        given().urlEncodingEnabled(false)
                .get(back.then().statusCode(302).extract().header("Location"))
                .then()
                .statusCode(200)
                .body("connection", equalTo("connected"));

        Grant grant = grants.find(new Person("ben")).orElseThrow();
        assertThat(grant.userId()).isEqualTo("9SIM03");
        URI profile = simulator.resolve("/1/user/-/profile.json?odd=a+b&odd=%C3%BC*~");
        String authorization = oauth1.signer(grant.client(), (TokenCredentials) grant.credentials())
                .authorization("GET", profile);
        given().urlEncodingEnabled(false)
                .header("Authorization", authorization)
                .get(profile)
                .then()
                .statusCode(200)
                .body("user.encodedId", equalTo("9SIM03"));
    }

    @Test
    void connectsWithTheVerifierThatIsShown() {
        Response page =
                allow(begin("{\"upstream\": \"fitbit\", \"person\": \"ida\", \"redirectUri\": \"oob\"}"), "9SIM02");
        Matcher verifier = Pattern.compile("<code>([0-9a-f]+)</code>")
                .matcher(page.then().extract().asString());
        assertThat(verifier.find()).isTrue();
        admin().body(Map.of("pasted", verifier.group(1)))
                .post("/setup/connections/finish")
                .then()
                .statusCode(200)
                .body("person", equalTo("ida"));
    }

    @Test
    void goesOnAnsweringStoredDaysOfWhoHasDisconnected() {
        Response back = allow(begin("{\"upstream\": \"fitbit\", \"person\": \"eve\"}"), "9SIM01");
        given().urlEncodingEnabled(false)
                .get(back.then().statusCode(302).extract().header("Location"))
                .then()
                .statusCode(200);
        String night = given().get("/sleep/2026-09-01?person=eve")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        given().header("Authorization", "Bearer " + adminToken)
                .delete("/setup/connections/eve")
                .then()
                .statusCode(200);

        assertThat(given().get("/sleep/2026-09-01?person=eve").asString()).isEqualTo(night);
        given().header("Cache-Control", "no-cache")
                .get("/sleep/2026-09-01?person=eve")
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("stale, not-connected"));
        given().header("Cache-Control", "no-cache")
                .get("/sleep/2026-09-02?person=eve")
                .then()
                .statusCode(503);
    }

    private URI begin(String body) {
        return URI.create(admin().body(body)
                .post("/setup/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("consentUrl"));
    }

    /** Presses the button on the consent page. */
    private static Response allow(URI consentUrl, String wearer) {
        return given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("oauth_token", consentUrl.getQuery().substring("oauth_token=".length()))
                .formParam("wearer", wearer)
                .formParam("decision", "allow")
                .post(consentUrl.resolve("/oauth/authorize"));
    }

    private RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + adminToken).contentType(ContentType.JSON);
    }
}
