package io.github.fitbitproxy.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A browser that is signed in at {@code /setup}, where reading is closed. */
@QuarkusTest
@WithTestResource(
        value = SimulatedCloud.class,
        initArgs = @ResourceArg(name = "proxy.api-keys", value = "key-of-the-kitchen-display"))
class SessionTest {

    private final String adminToken = ConfigProvider.getConfig().getValue("proxy.admin-token", String.class);

    @TestHTTPResource("/")
    URI service;

    @Inject
    MovableClock clock;

    private static Response signIn(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/setup/session");
    }

    private String session() {
        return signIn(adminToken).then().statusCode(204).extract().cookie(Sessions.COOKIE);
    }

    private RequestSpecification ours(String session) {
        return given().cookie(Sessions.COOKIE, session).header("Origin", origin());
    }

    private String origin() {
        return "http://" + service.getAuthority();
    }

    @Test
    void keepsAnythingButTheTokenInACookieThatScriptsCannotSee() {
        String header = signIn(adminToken)
                .then()
                .statusCode(204)
                .header("Cache-Control", "no-store")
                .extract()
                .header("Set-Cookie");
        assertThat(header)
                .startsWith(Sessions.COOKIE + "=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure")
                .doesNotContain(adminToken);
        assertThat(session()).isNotEqualTo(session());
    }

    @Test
    void opensSetupAndReading() {
        String session = session();
        ours(session).get("/setup/connections").then().statusCode(200);
        given().cookie(Sessions.COOKIE, session).get("/sleep/2026-10-03").then().statusCode(200);
        given().cookie(Sessions.COOKIE, session).get("/setup/session").then().body("signedIn", equalTo(true));
        given().get("/setup/session").then().statusCode(200).body("signedIn", equalTo(false));
    }

    @Test
    void changesNothingForOtherSites() {
        String session = session();
        delete(given().cookie(Sessions.COOKIE, session), 403);
        delete(given().cookie(Sessions.COOKIE, session).header("Origin", "http://evil.example"), 403);
        delete(given().cookie(Sessions.COOKIE, session).header("Origin", "null"), 403);
        delete(given().cookie(Sessions.COOKIE, session).header("Origin", origin() + "0"), 403);
        delete(ours(session).header("Sec-Fetch-Site", "cross-site"), 403);
        delete(ours(session).header("Sec-Fetch-Site", "same-site"), 403);
        delete(ours(session).header("Sec-Fetch-Site", "none"), 403);
        delete(ours(session), 404);
        delete(given().cookie(Sessions.COOKIE, session).header("Sec-Fetch-Site", "same-origin"), 404);
        delete(given().header("Authorization", "Bearer " + adminToken), 404);
        given().cookie(Sessions.COOKIE, session)
                .delete("/setup/session")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/cross-site-request"));
        ours(session).get("/setup/connections").then().statusCode(200);
    }

    private static void delete(RequestSpecification request, int status) {
        request.delete("/setup/connections/nobody").then().statusCode(status);
    }

    @Test
    void endsWhenSignedOutAndAfterTwelveHours() {
        String session = session();
        Response out = ours(session).delete("/setup/session");
        out.then().statusCode(204);
        assertThat(out.header("Set-Cookie")).startsWith(Sessions.COOKIE + "=;").contains("Max-Age=0");
        ours(session).get("/setup/connections").then().statusCode(401);

        String another = session();
        clock.advance(Duration.ofHours(12));
        ours(another).get("/setup/connections").then().statusCode(401);
        given().cookie(Sessions.COOKIE, another).get("/sleep/2026-10-03").then().statusCode(401);
    }

    @Test
    void cannotBeForged() {
        String session = session();
        for (String forged : new String[] {
            "", "x", adminToken, session.substring(1), session + "AAAA", "A".repeat(session.length()), "%%%"
        }) {
            ours(forged).get("/setup/connections").then().statusCode(401);
        }
    }

    @Test
    void slowsDownGuessing() {
        for (int i = 0; i < 10; i++) {
            signIn("wrong-token-number-" + i).then().statusCode(401);
        }
        signIn(adminToken)
                .then()
                .statusCode(429)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/too-many-attempts"));
        given().header("Authorization", "Bearer " + adminToken)
                .get("/setup/connections")
                .then()
                .statusCode(429);
        clock.advance(Duration.ofSeconds(1));
        signIn(adminToken).then().statusCode(204);
    }

    @Test
    void needsATokenToSignIn() {
        signIn("").then().statusCode(400).body("type", equalTo("/problems/bad-request"));
        given().contentType(ContentType.URLENC)
                .formParam("token", adminToken)
                .post("/setup/session")
                .then()
                .statusCode(415);
    }
}
