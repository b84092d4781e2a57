package io.github.fitbitproxy.logging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth2Tokens;
import io.github.fitbitproxy.oauth.TokenCredentials;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything is printed, down to TRACE, and no secret and no figure of anybody's day is in it. */
@QuarkusTest
@TestProfile(LoggedSecretsTest.EverythingIsPrinted.class)
@WithTestResource(LoggedSecretsTest.SentinelCloud.class)
class LoggedSecretsTest {

    private static final Path LOG = Path.of("target/logged-secrets/everything.log");
    private static final String API_KEY = "sentinel-api-key-31415926";
    private static final String CLIENT_SECRET = "sentinel-client-secret-27182818";
    private static final List<String> FIGURES = List.of("7391846", "9182736", "98765432123", "8765432");

    public static class EverythingIsPrinted implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.min-level", "TRACE",
                    "quarkus.log.level", "TRACE",
                    "quarkus.log.console.level", "WARN",
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.level", "TRACE",
                    "quarkus.log.file.path", LOG.toString(),
                    // The client that asks in this test is not the service.
                    "quarkus.log.category.\"org.apache.http\".level", "OFF",
                    "quarkus.http.access-log.enabled", "true",
                    "quarkus.http.access-log.pattern", "%{ALL_REQUEST_HEADERS} %r %{ALL_RESPONSE_HEADERS}",
                    "proxy.api-keys", API_KEY);
        }
    }

    /** The simulator replays one recorded day whose figures occur nowhere else. */
    public static class SentinelCloud extends SimulatedCloud {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(super.start());
            settings.put("simulator.client-secret", CLIENT_SECRET);
            settings.put("fitbit.client-secret", CLIENT_SECRET);
            settings.put("simulator.replay", recorded().toString());
            return settings;
        }

        private static Path recorded() {
            try {
                Path folder = Files.createTempDirectory("sentinel");
                write(folder.resolve("1/user/-/activities/date/2026-10-05.json"), """
                        {"activities": [{"logId": 98765432123, "name": "Walk", "duration": 8765432, "steps": 7391846,
                          "startDate": "2026-10-05", "startTime": "10:45", "calories": 9182736}],
                         "summary": {"steps": 7391846, "caloriesOut": 9182736, "caloriesBMR": 1500, "activityCalories": 9182736,
                          "fairlyActiveMinutes": 10, "veryActiveMinutes": 10, "lightlyActiveMinutes": 10, "sedentaryMinutes": 10,
                          "distances": [{"activity": "total", "distance": 7391.846}], "floors": 1, "elevation": 3.0}}""");
                write(folder.resolve("1.2/user/-/sleep/date/2026-10-05.json"), """
                        {"sleep": [{"logId": 98765432123, "dateOfSleep": "2026-10-05", "isMainSleep": true, "type": "stages",
                          "startTime": "2026-10-04T23:00:00.000", "endTime": "2026-10-05T06:00:00.000", "duration": 25200000,
                          "efficiency": 91, "minutesAsleep": 400, "minutesAwake": 20, "timeInBed": 420, "logType": "auto_detected",
                          "infoCode": 0, "minutesToFallAsleep": 0, "minutesAfterWakeup": 0,
                          "levels": {"summary": {}, "data": [
                            {"dateTime": "2026-10-04T23:00:00.000", "level": "light", "seconds": 25200}], "shortData": []}}],
                         "summary": {"totalMinutesAsleep": 400, "totalSleepRecords": 1, "totalTimeInBed": 420}}""");
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void write(Path file, String text) throws IOException {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private final String adminToken = ConfigProvider.getConfig().getValue("proxy.admin-token", String.class);
    private final URI simulator = ConfigProvider.getConfig().getValue("fitbit.url", URI.class);
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @Inject
    Grants grants;

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void printsNoSecretAndNoFigureAtAnyLevel() throws IOException {
        secrets.put("admin token", adminToken);
        secrets.put("API key", API_KEY);
        secrets.put("client secret", CLIENT_SECRET);
        secrets.put("configured token", "demo-token-1");
        secrets.put("configured token secret", "demo-secret-1");
        read("/sleep/2026-10-05");
        String day = read("/activities/2026-10-05");
        assertThat(day).contains(FIGURES.get(0), FIGURES.get(1), FIGURES.get(2));
        read("/activities?from=2026-10-04&to=2026-10-06");
        read("/sleep/analysis?from=2026-10-01&to=2026-10-06");
        read("/sleep/2026-10-05/timeline");
        read("/status");
        connect();
        connectWithCode("google-health", "cleo");
        connectWithCode("fitbit\", \"auth\": \"oauth2", "dora");
        signIn();
        fail();

        String everything = Files.readString(LOG) + printed.toString(StandardCharsets.UTF_8);
        assertThat(everything).contains("TRACE", "/setup/callback", "/activities/2026-10-05");
        secrets.forEach(
                (name, secret) -> assertThat(lines(everything, secret)).as(name).isEmpty());
        FIGURES.forEach(
                figure -> assertThat(lines(everything, figure)).as("a figure").isEmpty());
    }

    private static List<String> lines(String everything, String sentinel) {
        return everything
                .lines()
                .filter(line -> line.contains(sentinel))
                .limit(3)
                .toList();
    }

    private static String read(String path) {
        given().header("X-API-Key", API_KEY + "-not").get(path).then().statusCode(401);
        given().header("X-API-Key", API_KEY).header("Cache-Control", "no-cache").get(path);
        return given().header("Authorization", "Bearer " + API_KEY).get(path).asString();
    }

    private void connect() {
        begin("\"clientId\": \"demo-client\", \"clientSecret\": \"sentinel-wrong-secret-55443322\"");
        secrets.put("wrong client secret", "sentinel-wrong-secret-55443322");
        Response begun = begin("\"redirectUri\": \"http://localhost:1/setup/callback\"");
        URI consent = URI.create(begun.then().statusCode(201).extract().path("consentUrl"));
        String token = consent.getQuery().substring("oauth_token=".length());
        secrets.put("temporary token", token);
        String back = given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("oauth_token", token)
                .formParam("wearer", "9SIM03")
                .formParam("decision", "allow")
                .post(consent.resolve("/oauth/authorize"))
                .header("Location");
        String verifier = back.substring(back.indexOf("oauth_verifier=") + "oauth_verifier=".length());
        secrets.put("verifier", verifier);
        secrets.put("forged verifier", "sentinel-forged-verifier-66778899");
        given().get("/setup/callback?oauth_token=" + token + "&oauth_verifier=sentinel-forged-verifier-66778899");
        given().get("/setup/callback?denied=" + token);
        given().get("/setup/callback?oauth_token=" + token + "&oauth_verifier=" + verifier)
                .then()
                .statusCode(200);
        admin("{\"pasted\": \"" + back + "\"}", "/setup/connections/finish");
        Grant grant = grants.find(new Person("ben")).orElseThrow();
        TokenCredentials credentials = (TokenCredentials) grant.credentials();
        secrets.put("token", credentials.token());
        secrets.put("token secret", credentials.secret());
        read("/activities/2026-10-05?person=ben");
        given().header("Authorization", "Bearer " + adminToken).get("/setup/connections");
        given().header("Authorization", "Bearer " + adminToken).delete("/setup/connections/ben");
    }

    /** With OAuth 2.0: consent, a forged state and code, the code, calls, a refresh, and the end. */
    private void connectWithCode(String upstream, String person) {
        URI consent = URI.create(admin(
                        "{\"upstream\": \"" + upstream + "\", \"person\": \"" + person
                                + "\", \"clientId\": \"demo-client\", \"clientSecret\": \"" + CLIENT_SECRET
                                + "\", \"redirectUri\": \"http://localhost:1/setup/callback\"}",
                        "/setup/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("consentUrl"));
        String back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .contentType(ContentType.URLENC)
                .formParam("wearer", "9SIM03")
                .formParam("decision", "allow")
                .formParam("scope", List.of(parameter(consent, "scope").split("[+ ]|%20")))
                .post(consent)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        URI address = URI.create(back);
        secrets.put("state of " + person, parameter(address, "state"));
        secrets.put("code of " + person, parameter(address, "code"));
        admin(
                "{\"pasted\": \"" + back.replaceFirst("code=[^&]*", "code=sentinel-mistyped-code") + "\"}",
                "/setup/connections/finish");
        secrets.put("mistyped code", "sentinel-mistyped-code");
        admin("{\"pasted\": \"" + back + "\"}", "/setup/connections/finish")
                .then()
                .statusCode(200);
        remember(person);
        read("/activities/2026-10-05?person=" + person);
        read("/sleep/2026-10-05?person=" + person);
        Faults.on("/", "expired-token", 1);
        read("/sleep/2026-10-05?person=" + person);
        Faults.off();
        remember(person);
        given().header("Authorization", "Bearer " + adminToken).delete("/setup/connections/" + person);
    }

    private void remember(String person) {
        OAuth2Tokens tokens =
                (OAuth2Tokens) grants.find(new Person(person)).orElseThrow().credentials();
        secrets.put("access token of " + person + " " + secrets.size(), String.valueOf(tokens.accessToken()));
        secrets.put("refresh token of " + person + " " + secrets.size(), tokens.refreshToken());
    }

    private static String parameter(URI address, String name) {
        return Stream.of(address.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private Response begin(String fields) {
        return admin("{\"upstream\": \"fitbit\", \"person\": \"ben\", " + fields + "}", "/setup/connections");
    }

    private Response admin(String body, String path) {
        return given().header("Authorization", "Bearer " + adminToken)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private void signIn() {
        secrets.put("wrong admin token", "sentinel-wrong-admin-token-99");
        for (String token : List.of("sentinel-wrong-admin-token-99", adminToken)) {
            String session = given().contentType(ContentType.JSON)
                    .body(Map.of("token", token))
                    .post("/setup/session")
                    .cookie("fitbit-proxy-session");
            if (session != null) {
                secrets.put("session", session);
                given().cookie("fitbit-proxy-session", session).get("/setup/connections");
                given().cookie("fitbit-proxy-session", session).delete("/setup/session");
            }
        }
        given().get("/setup/callback?code=sentinel-code-12344321&state=sentinel-state-12344321");
        secrets.put("code", "sentinel-code-12344321");
        secrets.put("state", "sentinel-state-12344321");
    }

    /** The cloud breaks in every way that may show its answer or our question to somebody's log. */
    private static void fail() {
        for (String fault : List.of(
                "unauthorised",
                "forbidden",
                "status-500",
                "status-502",
                "html",
                "truncated-json",
                "hang-up",
                "numbers-as-strings")) {
            Faults.on("/", fault);
            given().header("X-API-Key", API_KEY)
                    .header("Cache-Control", "no-cache")
                    .get("/activities/2026-10-05");
            given().header("X-API-Key", API_KEY)
                    .header("Cache-Control", "no-cache")
                    .get("/sleep/2026-10-05");
        }
        Faults.off();
    }
}
