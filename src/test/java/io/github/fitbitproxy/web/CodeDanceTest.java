package io.github.fitbitproxy.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth2Tokens;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fitbit with OAuth 2.0, from the consent page to the days, over the simulator, which checks everything itself. */
@QuarkusTest
@TestProfile(CodeDanceTest.OwnApplication.class)
@WithTestResource(
        value = SimulatedCloud.class,
        initArgs = {
            @ResourceArg(name = "fitbit.auth", value = "oauth2"),
            // Two hundred clients at once on a busy machine are slow, not wrong.
            @ResourceArg(name = "proxy.upstream-timeout", value = "20S"),
            @ResourceArg(name = "fitbit.token", value = ""),
            @ResourceArg(name = "fitbit.token-secret", value = "")
        })
class CodeDanceTest {

    private static final String[] EVERYTHING = {
        "activity",
        "cardio_fitness",
        "heartrate",
        "oxygen_saturation",
        "profile",
        "respiratory_rate",
        "settings",
        "sleep",
        "temperature",
        "weight"
    };
    private static final String TOKEN_ENDPOINT = "/oauth2/token";

    public static class OwnApplication implements QuarkusTestProfile {}

    private final String adminToken = ConfigProvider.getConfig().getValue("proxy.admin-token", String.class);

    @Inject
    MovableClock clock;

    @Inject
    Grants grants;

    @AfterEach
    void endFaults() {
        Faults.off();
    }

    @Test
    void connectsByRedirectAndReadsWhatOnlyOAuth2Tells() {
        connect("ben", "9SIM01", EVERYTHING)
                .then()
                .statusCode(200)
                .body("connection", equalTo("connected"))
                .body("missingScopes", empty())
                .body("grantExpiresAt", nullValue());
        given().get("/activities/2026-11-19?person=ben")
                .then()
                .statusCode(200)
                .body("activeZoneMinutes", notNullValue())
                .body("restingHeartRate", notNullValue());
        given().get("/sleep/2026-11-19?person=ben").then().statusCode(200);
    }

    @Test
    void namesWhatWasUnticked() {
        connect("kim", "9SIM01", "activity", "profile", "settings")
                .then()
                .statusCode(200)
                .body(
                        "missingScopes",
                        contains(
                                "cardio_fitness",
                                "heartrate",
                                "oxygen_saturation",
                                "respiratory_rate",
                                "sleep",
                                "temperature",
                                "weight"));
        given().get("/status")
                .then()
                .statusCode(200)
                .body("people.find { it.person == 'kim' }.missingScopes", hasItems("heartrate", "sleep"))
                .body("people.find { it.person == 'kim' }.connection", equalTo("connected"));
        given().get("/activities/2026-11-19?person=kim")
                .then()
                .statusCode(200)
                .body("steps", notNullValue())
                .body("restingHeartRate", nullValue());
        given().get("/sleep/2026-11-19?person=kim").then().statusCode(503);
        given().get("/status").then().body("people.find { it.person == 'kim' }.connection", equalTo("connected"));
    }

    @Test
    void losesTheFieldsOfWhatWasUntickedAndNothingElse() {
        connect("zoe", "9SIM01", "profile", "settings", "respiratory_rate", "cardio_fitness")
                .then()
                .statusCode(200);
        int before = Faults.calls("/1/user/-/spo2") + Faults.calls("/1/user/-/temp");
        given().get("/vitals/2026-10-19?person=zoe")
                .then()
                .statusCode(200)
                .body("status", equalTo("final"))
                .body("breathsPerMinute", notNullValue())
                .body("cardioFitness.vo2MaxLow", notNullValue())
                .body("oxygenSaturation", nullValue())
                .body("skinTemperatureDeviationCelsius", nullValue());
        assertThat(Faults.calls("/1/user/-/spo2") + Faults.calls("/1/user/-/temp"))
                .as("what is known to be refused is not asked for")
                .isEqualTo(before);
        for (String kind : List.of("heart", "body")) {
            given().get("/" + kind + "/2026-10-19?person=zoe")
                    .then()
                    .statusCode(503)
                    .body("detail", containsString("tick everything"));
        }
        given().get("/status").then().body("people.find { it.person == 'zoe' }.connection", equalTo("connected"));
    }

    @Test
    void refreshesOnceForTwoHundredRequestsAtOnce() {
        connect("eve", "9SIM01", EVERYTHING).then().statusCode(200);
        clock.advance(Duration.ofHours(9));
        int before = Faults.calls(TOKEN_ENDPOINT);
        ExecutorService clients = Executors.newFixedThreadPool(200);
        try {
            List<CompletableFuture<Response>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> given().get("/sleep/2026-06-%02d?person=eve".formatted(1 + i % 20)), clients))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode())
                            .as(answer.join().asString())
                            .isEqualTo(200));
        } finally {
            clients.shutdownNow();
        }
        assertThat(Faults.calls(TOKEN_ENDPOINT) - before).isEqualTo(1);
    }

    @Test
    void refreshesATokenThatIsRefusedBeforeItsTime() {
        connect("mia", "9SIM01", EVERYTHING).then().statusCode(200);
        int before = Faults.calls(TOKEN_ENDPOINT);
        Faults.on("/1.2/", "expired-token", 1);
        given().get("/sleep/2026-05-01?person=mia").then().statusCode(200);
        assertThat(Faults.calls(TOKEN_ENDPOINT) - before).isEqualTo(1);
    }

    @Test
    void goesOnWithTheOldTokenWhileTheTokenEndpointFails() {
        connect("lea", "9SIM01", EVERYTHING).then().statusCode(200);
        Faults.on(TOKEN_ENDPOINT, "status-502");
        clock.advance(Duration.ofHours(8).minusSeconds(40));
        given().get("/sleep/2026-05-02?person=lea").then().statusCode(200);
        clock.advance(Duration.ofMinutes(2));
        given().get("/sleep/2026-05-03?person=lea")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/upstream-unavailable"));
        Faults.off();
        clock.advance(Duration.ofMinutes(10));
        given().get("/sleep/2026-05-04?person=lea").then().statusCode(200);
    }

    @Test
    void survivesAnAnswerThatWasLostAfterTheRotation() {
        connect("ada", "9SIM01", EVERYTHING).then().statusCode(200);
        clock.advance(Duration.ofHours(9));
        Faults.on(TOKEN_ENDPOINT, "answer-lost", 1);
        given().get("/sleep/2026-05-05?person=ada").then().statusCode(503);
        clock.advance(Duration.ofSeconds(30));
        given().get("/sleep/2026-05-05?person=ada").then().statusCode(200);
    }

    @Test
    void leavesADeadGrantAlone() {
        connect("tom", "9SIM01", EVERYTHING).then().statusCode(200);
        clock.advance(Duration.ofHours(9));
        Faults.on(TOKEN_ENDPOINT, "invalid-grant");
        given().get("/sleep/2026-05-06?person=tom")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/reauthorisation-required"));
        int calls = Faults.calls("/");
        for (int minute = 0; minute < 60; minute++) {
            given().get("/sleep/2026-04-01?person=tom").then().statusCode(503);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(Faults.calls("/")).isEqualTo(calls);
        Faults.off();
        connect("tom", "9SIM01", EVERYTHING).then().statusCode(200);
        given().get("/sleep/2026-05-06?person=tom").then().statusCode(200);
    }

    @Test
    void takesARevokedGrantForWhatItIs() {
        connect("zoe", "9SIM01", EVERYTHING).then().statusCode(200);
        Faults.on("/1.2/", "revoked-token");
        given().get("/sleep/2026-05-07?person=zoe")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/reauthorisation-required"));
        given().get("/status")
                .then()
                .body("people.find { it.person == 'zoe' }.connection", equalTo("reauthorisation-required"));
    }

    @Test
    void pastesACodeAndSaysWhatIsWrong() {
        URI consentUrl = begin("{\"upstream\": \"fitbit\", \"person\": \"pat\"}");
        URI back = URI.create(allow(consentUrl, "9SIM02", EVERYTHING)
                .then()
                .statusCode(302)
                .extract()
                .header("Location"));
        assertThat(back.toString()).startsWith("http://localhost:");
        finish("http://localhost:8080/setup/callback?state=forged&code=c")
                .then()
                .statusCode(404);
        finish("state=x&error=access_denied").then().statusCode(404);
        finish(back.toString().replaceAll("code=[^&]*", "code=mistyped"))
                .then()
                .statusCode(502)
                .body("type", equalTo("/problems/provider-refused"));
        finish(back.toString()).then().statusCode(200).body("person", equalTo("pat"));
        finish(back.toString()).then().statusCode(404);
    }

    @Test
    void revokesWhenSomebodyDisconnects() {
        connect("noa", "9SIM03", EVERYTHING).then().statusCode(200);
        int before = Faults.calls("/oauth2/revoke");
        admin().delete("/setup/connections/noa")
                .then()
                .statusCode(200)
                .body("person", equalTo("noa"))
                .body("revoked", is(true))
                .body("detail", containsString("has ended"));
        assertThat(Faults.calls("/oauth2/revoke") - before).isEqualTo(1);
        connect("noa", "9SIM03", EVERYTHING).then().statusCode(200);
        Faults.on("/oauth2/revoke", "status-503");
        admin().delete("/setup/connections/noa").then().statusCode(200).body("revoked", is(false));
        admin().delete("/setup/connections/noa").then().statusCode(404);
    }

    @Test
    void letsNobodyComeBackWhoWasDeleted() {
        connect("liv", "9SIM03", EVERYTHING).then().statusCode(200);
        URI consentUrl = begin("{\"upstream\": \"fitbit\", \"person\": \"liv\"}");
        admin().delete("/setup/people/liv").then().statusCode(204);
        String back = allow(consentUrl, "9SIM03", EVERYTHING)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        given().urlEncodingEnabled(false).get(back.replace("#_=_", "")).then().statusCode(404);
        assertThat(grants.find(new Person("liv"))).isEmpty();
        admin().delete("/setup/people/liv").then().statusCode(404);
    }

    @Test
    void showsAheadThatAConsentEnds() {
        Instant end = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        grants.save(new Grant(
                new Person("uma"),
                "demo-fitbit",
                new ClientCredentials("demo-client", "demo-secret"),
                new OAuth2Tokens("at", null, "rt", end, new TreeSet<>(List.of(EVERYTHING))),
                null,
                clock.instant(),
                Grant.State.ALIVE));
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'people' }.data.uma", equalTo("consent-ends-soon"))
                .body("checks.find { it.name == 'people' }.data.status", equalTo("DEGRADED"));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/status")
                .then()
                .body("people.find { it.person == 'uma' }.grantExpiresAt", equalTo(end.toString()));
        grants.forget(new Person("uma"));
    }

    @Test
    void connectsWithTheWayThatIsAskedFor() {
        begin("{\"upstream\": \"fitbit\", \"person\": \"old\", \"auth\": \"oauth1\"}", "/oauth/authorize");
        begin("{\"upstream\": \"fitbit\", \"person\": \"new\", \"auth\": \"oauth2\"}", "/oauth2/authorize");
        begin("{\"upstream\": \"fitbit\", \"person\": \"new\"}", "/oauth2/authorize");
    }

    private void begin(String body, String path) {
        admin().body(body)
                .post("/setup/connections")
                .then()
                .statusCode(201)
                .body("consentUrl", containsString(path))
                .body("redirectUri", startsWith("http://localhost:"));
    }

    private Response connect(String person, String wearer, String... scopes) {
        URI consentUrl = begin("{\"upstream\": \"fitbit\", \"person\": \"" + person + "\"}");
        String back = allow(consentUrl, wearer, scopes)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        return given().urlEncodingEnabled(false).get(back.replace("#_=_", ""));
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
    private static Response allow(URI consentUrl, String wearer, String... scopes) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .contentType(ContentType.URLENC)
                .formParam("wearer", wearer)
                .formParam("decision", "allow")
                .formParam("scope", List.of(scopes))
                .post(consentUrl);
    }

    private Response finish(String pasted) {
        return admin().body(Map.of("pasted", pasted)).post("/setup/connections/finish");
    }

    private RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + adminToken).contentType(ContentType.JSON);
    }
}
