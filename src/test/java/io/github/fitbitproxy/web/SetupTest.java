package io.github.fitbitproxy.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.FakeProvider;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.SealedStore;
import io.github.fitbitproxy.oauth.TokenCredentials;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting over HTTP, with the whole service and a provider on loopback. */
@QuarkusTest
@TestProfile(SetupTest.Settings.class)
class SetupTest {

    private static final String ADMIN_TOKEN = "correct-horse-battery";

    public static class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("proxy.admin-token", ADMIN_TOKEN);
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ExampleUpstream.class);
        }
    }

    @TestHTTPResource("/setup/callback")
    URI callback;

    @Inject
    FakeProvider provider;

    @Inject
    SealedStore store;

    @Inject
    Grants grants;

    @BeforeEach
    void startAfresh() {
        provider.fail(FakeProvider.Fault.NONE);
        provider.configure(FakeProvider.CLIENT);
        for (String group : List.of("grant", "connecting")) {
            store.list(group).forEach(entry -> store.delete(group, entry.name()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/setup/connections",
                "/setup/anything",
                "//setup/connections",
                "/setup//connections",
                "/setup/./connections",
                "/setup/callback/../connections",
                "/x/../setup/connections",
                "/%73etup/connections",
                "/setup/%63onnections",
                "/setup;a=b/connections",
                "/setup;a=b/connections;c=d",
                "/setup/callback/connections",
                "/setup/callback/..;/connections",
                "/setup/connections?oauth_token=x"
            })
    void letsNobodyInWithoutTheAdminToken(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1", "");
        assertThat(answer).doesNotContain("\"connections\"").doesNotContain("HTTP/1.1 2");
    }

    @Test
    void guardsEverythingBelowSetupWhateverTheMethod() throws IOException {
        for (String method : new String[] {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            for (String path : new String[] {"/setup/connections", "/setup/connections/me", "/setup/x"}) {
                assertThat(raw(method + " " + path + " HTTP/1.1", ""))
                        .as("%s %s", method, path)
                        .startsWith("HTTP/1.1 401");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer ",
                "Bearer",
                "Basic correct-horse-battery",
                "correct-horse-battery",
                "Bearer correct-horse-batter",
                "Bearer correct-horse-battery2"
            })
    void refusesAWrongAdminToken(String authorization) {
        given().header("Authorization", authorization)
                .get("/setup/connections")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/admin-token-required"))
                .body("status", equalTo(401))
                .body("title", equalTo("The admin token is required"))
                .body("detail", containsString("proxy.admin-token"));
    }

    @Test
    void listsWhoIsConnectedHow() {
        begin("{\"upstream\": \"example\", \"person\": \"anna\"}");
        connect("ben");
        connect("zoe");
        grants.markDead(grants.find(new Person("zoe")).orElseThrow());
        admin().get("/setup/connections")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .contentType(ContentType.JSON)
                .body("connections.person", contains("anna", "ben", "configured", "zoe"))
                .body(
                        "connections.connection",
                        contains("not-connected", "connected", "connected", "reauthorisation-required"))
                .body("connections.configured", contains(false, false, true, false))
                .body("connections.upstream", contains("example", "example", "example", "example"))
                .body("connections[0].connectedAt", nullValue())
                .body("connections[1].connectedAt", endsWith("Z"))
                .body("connections[2].connectedAt", nullValue());
    }

    @Test
    void beginsForMeWithTheConfiguredClientAndItsOwnCallback() {
        begin("{\"upstream\": \"example\"}")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("consentUrl", startsWith("http://localhost:"))
                .body("consentUrl", containsString("/authorize?oauth_token=tt-"))
                .body("redirectUri", equalTo(callback.toString()))
                .body("expiresAt", endsWith("Z"));
        assertThat(provider.callback).isEqualTo(callback.toString());
    }

    @Test
    void takesTheAddressThatTheCallerUsed() {
        admin().header("Host", "raspberrypi.local:8080")
                .contentType(ContentType.JSON)
                .body("{\"upstream\": \"example\"}")
                .post("/setup/connections")
                .then()
                .statusCode(201)
                .body("redirectUri", equalTo("http://raspberrypi.local:8080/setup/callback"));
    }

    @Test
    void beginsWithAGivenClientAndOutOfBand() {
        provider.configure(null);
        begin("{\"upstream\": \"example\", \"auth\": \"oauth1\", \"clientId\": \"example-app\","
                        + " \"clientSecret\": \"client secret/1\", \"redirectUri\": \"oob\"}")
                .then()
                .statusCode(201)
                .body("redirectUri", equalTo("oob"));
        assertThat(provider.callback).isEqualTo("oob");
    }

    @Test
    void finishesByRedirectOnceAndKeepsTheGrant() {
        String token = token(begin("{\"upstream\": \"example\"}"));
        String verifier = provider.consent(token);
        callback(token, verifier)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body("person", equalTo("me"))
                .body("connection", equalTo("connected"))
                .body("upstream", equalTo("example"));
        Grant grant = grants.find(Person.ME).orElseThrow();
        assertThat(grant.credentials()).isInstanceOf(TokenCredentials.class);
        assertThat(grant.userId()).isEqualTo("9XYZ12");

        int exchanges = provider.exchanges.get();
        callback(token, verifier).then().statusCode(404).body("type", equalTo("/problems/connection-unknown"));
        assertThat(provider.exchanges).hasValue(exchanges);
        assertThat(grants.find(Person.ME)).contains(grant);
    }

    @Test
    void finishesWithThePastedAddress() {
        String token = token(begin("{\"upstream\": \"example\"}"));
        String address = callback + "?oauth_token=" + token + "&oauth_verifier=" + provider.consent(token) + "#_=_";
        finish(address).then().statusCode(200).body("connection", equalTo("connected"));
    }

    @Test
    void finishesWithThePastedVerifier() {
        String token = token(begin("{\"upstream\": \"example\", \"redirectUri\": \"oob\"}"));
        finish(" " + provider.consent(token) + "\n").then().statusCode(200).body("person", equalTo("me"));
    }

    @Test
    void refusesForgedCallbacks() {
        String token = token(begin("{\"upstream\": \"example\"}"));
        callback("tt-forged", "vf").then().statusCode(404).body("type", equalTo("/problems/connection-unknown"));
        callback(token, "vf-forged").then().statusCode(502).body("type", equalTo("/problems/provider-refused"));
        given().get("/setup/callback").then().statusCode(400).body("type", equalTo("/problems/consent-refused"));
        assertThat(grants.find(Person.ME)).isEmpty();
        callback(token, provider.consent(token)).then().statusCode(200);
    }

    @Test
    void saysThatConsentWasRefused() {
        String token = token(begin("{\"upstream\": \"example\"}"));
        given().queryParam("oauth_token", token)
                .get("/setup/callback")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/consent-refused"));
        given().queryParam("denied", token)
                .get("/setup/callback")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/consent-refused"));
    }

    @Test
    void disconnects() {
        connect("me");
        admin().delete("/setup/connections/me")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("revoked", is(false))
                .body("detail", containsString("account's settings"));
        assertThat(grants.find(Person.ME)).isEmpty();
        admin().delete("/setup/connections/me")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/connection-unknown"));
        admin().delete("/setup/connections/Not%20A%20Name")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-request"));
    }

    @Test
    void leavesTheConfigurationAlone() {
        admin().delete("/setup/connections/configured")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/configured-connection"))
                .body("detail", containsString("example.token"));
        begin("{\"upstream\": \"example\", \"person\": \"configured\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("example.token"));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        refused("{\"upstream\": \"example\", \"clientid\": \"x\"}", "clientid");
        refused("{}", "upstream");
        refused("{\"upstream\": 1}", "upstream");
        refused("{\"upstream\": \"example\", \"clientId\": \"x\"}", "clientSecret");
        refused("{\"upstream\": \"example\", \"clientSecret\": \"x\"}", "clientId");
        refused("{\"upstream\": \"example\", \"auth\": \"oauth9\"}", "auth");
        refused("{\"upstream\": \"example\", \"person\": \"Not A Name\"}", "person");
        refused("{\"upstream\": \"example\", \"redirectUri\": \"javascript:alert(1)\"}", "redirectUri");
        refused("{\"upstream\": \"example\", \"redirectUri\": \"http://a/#b\"}", "redirectUri");
        refused("[]", "JSON object");
        refused("{\"upstream\": \"example\"", "not JSON");
        refused("{\"upstream\": \"example\"} x", "not JSON");
        refused("{\"upstream\": \"example\", \"upstream\": \"example\"}", "twice");
        refused("", "JSON");
        refused("{\"upstream\": \"" + "x".repeat(20_000) + "\"}", "longer than");
        provider.configure(null);
        refused("{\"upstream\": \"example\"}", "example.client-id");
    }

    @Test
    void namesTheKnownUpstreams() {
        begin("{\"upstream\": \"nowhere\"}")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-upstream"))
                .body("detail", containsString("example"));
    }

    @Test
    void saysWhatTheProviderDid() {
        provider.fail(FakeProvider.Fault.UNAUTHORISED);
        begin("{\"upstream\": \"example\"}")
                .then()
                .statusCode(502)
                .body("type", equalTo("/problems/provider-refused"))
                .body("detail", containsString("example.client-secret"));
        provider.fail(FakeProvider.Fault.BROKEN);
        begin("{\"upstream\": \"example\"}")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/provider-unavailable"));
    }

    @Test
    void saysThatAGrantCannotBeDecryptedAndLetsItBeReplaced() {
        store.compareAndReplace("grant", "me", 0, new byte[] {1, 2, 3}, Instant.EPOCH);
        store.compareAndReplace("connecting", "begun", 0, new byte[] {1, 2, 3}, Instant.EPOCH);
        admin().get("/setup/connections")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("connections.find { it.person == 'me' }.connection", equalTo("reauthorisation-required"));
        connect("me");
        admin().get("/setup/connections")
                .then()
                .statusCode(200)
                .body("connections.find { it.person == 'me' }.connection", equalTo("connected"));
    }

    @Test
    void describesItselfInOpenApi() {
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.adminToken.scheme", equalTo("bearer"))
                .body("paths.'/setup/connections'.post.operationId", equalTo("beginConnection"))
                .body("paths.'/setup/connections'.post.security.adminToken", hasItem(List.of()))
                .body(
                        "paths.'/setup/connections'.post.requestBody.content.'application/json'.schema.'$ref'",
                        endsWith("/NewConnection"))
                .body("paths.'/setup/callback'.get.security", equalTo(List.of()))
                .body("components.schemas.NewConnection.required", contains("upstream"));
    }

    private void refused(String body, String named) {
        begin(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-request"))
                .body("detail", containsString(named));
    }

    private void connect(String person) {
        String token = token(begin("{\"upstream\": \"example\", \"person\": \"" + person + "\"}"));
        callback(token, provider.consent(token)).then().statusCode(200);
    }

    private static Response begin(String body) {
        return admin().contentType(ContentType.JSON).body(body).post("/setup/connections");
    }

    private static Response finish(String pasted) {
        return admin().contentType(ContentType.JSON)
                .body(Map.of("pasted", pasted))
                .post("/setup/connections/finish");
    }

    private static Response callback(String token, String verifier) {
        return requests()
                .queryParam("oauth_token", token)
                .queryParam("oauth_verifier", verifier)
                .get("/setup/callback");
    }

    private static String token(Response begun) {
        String consentUrl = begun.then().statusCode(201).extract().path("consentUrl");
        return consentUrl.substring(consentUrl.indexOf('=') + 1);
    }

    private static RequestSpecification admin() {
        return requests().header("Authorization", "Bearer " + ADMIN_TOKEN);
    }

    /** Whatever is answered, no secret may stand in it. */
    private static RequestSpecification requests() {
        Filter noSecrets = (request, response, chain) -> {
            Response answer = chain.next(request, response);
            assertThat(answer.asString() + answer.headers())
                    .doesNotContain(
                            ADMIN_TOKEN, FakeProvider.CLIENT.secret(), "client%20secret", "at-", "as-", "ts-", "vf-")
                    .doesNotContain("secret-in-body");
            return answer;
        };
        return given().filter(noSecrets);
    }

    /** Sends a request line that no client would send. */
    private String raw(String requestLine, String headers) throws IOException {
        try (Socket socket = new Socket(callback.getHost(), callback.getPort())) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
