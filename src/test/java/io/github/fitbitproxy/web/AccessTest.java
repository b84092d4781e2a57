package io.github.fitbitproxy.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.fitbitproxy.support.RawHttp;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in front of every route, with reading open as it is by default. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class AccessTest {

    private static final List<String> PATHS = List.of(
            "/",
            "/sleep/today",
            "/activities/today",
            "/heart/today",
            "/body/today",
            "/vitals/today",
            "/sleep?from=2026-11-01&to=2026-11-02",
            "/sleep/analysis",
            "/status",
            "/problems/bad-date",
            "/setup",
            "/setup/connections",
            "/setup/callback",
            "/q/health",
            "/q/metrics",
            "/q/openapi",
            "/q/swagger-ui/",
            "/nowhere");

    @TestHTTPResource("/")
    URI service;

    @Inject
    Vertx vertx;

    @Test
    void answersToNoNameOfTheInternetOnAnyRoute() {
        given().get("/sleep/today").then().statusCode(200);
        assertThat(RawHttp.send(service, "GET /%zz HTTP/1.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 4");
        for (String path : PATHS) {
            for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "DELETE")) {
                assertThat(RawHttp.send(service, method + " " + path + " HTTP/1.1", "Host: evil.example:8080"))
                        .as("%s %s", method, path)
                        .matches("(?s)HTTP/1.1 4(21|00) .*")
                        .doesNotContain("minutesAsleep");
            }
        }
    }

    @Test
    void saysWhichSettingToChange() {
        given().header("Host", "evil.example")
                .get("/sleep/today")
                .then()
                .statusCode(421)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/host-not-allowed"))
                .body("detail", containsString("proxy.allowed-hosts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"raspberrypi.local:8080", "RASPBERRYPI.", "192.168.1.20", "[::1]:8080", "pi.tail12.ts.net"})
    void answersToNamesOfTheHome(String host) {
        assertThat(RawHttp.send(service, "GET /status HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example\\.local", "a b", "localhost:8080:1", "[::1]evil.example", "localhost,evil.example"
            })
    void refusesMalformedHosts(String host) {
        assertThat(RawHttp.send(service, "GET /status HTTP/1.1", "Host: " + host))
                .matches("(?s)HTTP/1.1 4(21|00) .*");
    }

    /** There the name is no header field but a part of the request's first frame (RFC 9113 §8.3.1). */
    @ParameterizedTest
    @CsvSource({"evil.example, 421", "raspberrypi.local, 200"})
    void looksAtTheNameInHttp2Too(String host, int status) throws Exception {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        RequestOptions question = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(service.getPort(), "127.0.0.1"))
                .setHost(host)
                .setURI("/status");
        try {
            HttpClientResponse answer = client.request(question)
                    .compose(HttpClientRequest::send)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(status);
        } finally {
            client.close();
        }
    }

    @Test
    void answersOldProbesThatSendNoHost() {
        assertThat(RawHttp.send(service, "GET /q/health/live HTTP/1.0", "Accept: */*"))
                .contains(" 200 OK");
    }

    @Test
    void believesNoForwardedHost() {
        given().header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .get("/status")
                .then()
                .statusCode(200);
        assertThat(RawHttp.send(service, "GET /status HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: localhost"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void tellsBrowsersOnEveryAnswerWhatNotToDo() {
        for (String path : PATHS) {
            for (Response answer : List.of(
                    given().urlEncodingEnabled(false).get(path),
                    given().header("Host", "evil.example")
                            .urlEncodingEnabled(false)
                            .get(path))) {
                assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
                assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
                assertThat(answer.header("Cross-Origin-Resource-Policy"))
                        .as(path)
                        .isEqualTo("same-origin");
                assertThat(answer.header("Content-Security-Policy"))
                        .as(path)
                        .startsWith("default-src 'none';")
                        .contains("frame-ancestors 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe-eval", "*", "http:");
            }
        }
    }

    @Test
    void letsPagesRunNothingInline() {
        given().get("/setup").then().header("Content-Security-Policy", SecurityHeaders.PAGE_POLICY);
        assertThat(SecurityHeaders.PAGE_POLICY).doesNotContain("unsafe");
    }

    @Test
    void allowsSwaggerUiItsInlineScripts() throws NoSuchAlgorithmException {
        String page = given().get("/q/swagger-ui/").asString();
        Matcher script = Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        List<String> hashes = Stream.iterate(script.find(), found -> found, found -> script.find())
                .map(found -> sha256(script.group(1)))
                .toList();
        assertThat(hashes)
                .hasSize(2)
                .allMatch(SecurityHeaders.SWAGGER_POLICY::contains, SecurityHeaders.SWAGGER_POLICY);
    }

    @Test
    void sharesNothingWithOtherOrigins() {
        for (String path : PATHS) {
            Headers read = given().header("Origin", "http://evil.example")
                    .urlEncodingEnabled(false)
                    .get(path)
                    .headers();
            Response preflight = given().header("Origin", "http://evil.example")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization,content-type")
                    .urlEncodingEnabled(false)
                    .options(path);
            Stream.concat(read.asList().stream(), preflight.headers().asList().stream())
                    .forEach(header ->
                            assertThat(header.getName().toLowerCase()).as(path).doesNotStartWith("access-control-"));
        }
    }

    @Test
    void needsNoKeyWhereNoneIsConfigured() {
        given().get("/activities/today").then().statusCode(200).header("WWW-Authenticate", nullValue());
    }

    private static String sha256(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
