package io.github.fitbitproxy.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
import com.github.scribejava.core.services.TimestampService;
import com.github.scribejava.core.services.TimestampServiceImpl;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.Parameter;
import io.github.fitbitproxy.simulator.http.PercentCode;
import io.github.fitbitproxy.support.MovableClock;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A simulator for one test, with a clock that can be moved and a client that signs with somebody else's code. */
final class RunningSimulator implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final MovableClock clock = new MovableClock("2026-11-21T09:20:00Z");
    final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    final Simulator simulator;
    private final Map<String, String> googleTokens = new HashMap<>();
    private int nonces;

    RunningSimulator() {
        this(SimulatorSettings.onFreePort());
    }

    RunningSimulator(SimulatorSettings settings) {
        this.simulator = Simulator.start(VERTX, settings, clock);
    }

    static Simulator start(SimulatorSettings settings) {
        return Simulator.start(VERTX, settings, new MovableClock("2026-11-21T09:20:00Z"));
    }

    /** A signed GET of the first preset wearer. */
    HttpResponse<String> get(String path) {
        return get(path, 1);
    }

    /** The same with one fault on. */
    HttpResponse<String> get(String path, Fault fault) {
        simulator.faults().add(FaultRule.on(path, fault).times(1));
        return get(path);
    }

    HttpResponse<String> get(String path, int wearer) {
        return get(path, token(wearer), service());
    }

    HttpResponse<String> get(String path, OAuth1AccessToken token, OAuth10aService service) {
        return send(HttpRequest.newBuilder(url(path)).header("Authorization", sign(Verb.GET, path, token, service)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A GET with an access token of OAuth 2.0. */
    HttpResponse<String> bearer(String path, String accessToken) {
        return send(HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + accessToken));
    }

    /** A form from a browser or an app, sent to a path of either vendor. */
    HttpResponse<String> post(String path, String... namesAndValues) {
        return send(form(path, namesAndValues));
    }

    /** The same from the registered app, which says who it is in the header. */
    HttpResponse<String> postAsClient(String path, String... namesAndValues) {
        return send(form(path, namesAndValues)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("demo-client:demo-secret".getBytes(UTF_8))));
    }

    HttpRequest.Builder form(String path, String... namesAndValues) {
        return HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(namesAndValues)));
    }

    /** An encoded query or form. */
    static String query(String... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(PercentCode.encode(namesAndValues[i + 1]));
        }
        return query.toString();
    }

    /** Where the browser is sent, as names and values. */
    static Map<String, String> sentBack(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return PercentCode.parseForm(URI.create(location).getRawQuery()).stream()
                .collect(Collectors.toMap(Parameter::name, Parameter::value));
    }

    /** A call of the Google Health API for a preset wearer, below {@code /google/v4/users/me/}. */
    HttpResponse<String> google(String path, int wearer) {
        return send(googleRequest(path, wearer));
    }

    /** The same with a body. */
    HttpResponse<String> googlePost(String path, int wearer, String body) {
        return send(googleRequest(path, wearer).POST(BodyPublishers.ofString(body)));
    }

    /** One day of one data type, rolled up. */
    JsonNode dailyRollUp(String type, LocalDate date, int wearer) {
        return json(googlePost(
                        "dataTypes/" + type + "/dataPoints:dailyRollUp",
                        wearer,
                        "{\"range\":{\"start\":%s,\"end\":%s}}".formatted(civil(date), civil(date.plusDays(1)))))
                .at("/rollupDataPoints/0");
    }

    static String civil(LocalDate date) {
        return "{\"date\":{\"year\":%d,\"month\":%d,\"day\":%d}}"
                .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private HttpRequest.Builder googleRequest(String path, int wearer) {
        String hour = wearer + " " + clock.instant().truncatedTo(ChronoUnit.HOURS);
        String token = googleTokens.computeIfAbsent(hour, missing -> googleAccessToken(wearer));
        return HttpRequest.newBuilder(url("/google/v4/users/me/" + path)).header("Authorization", "Bearer " + token);
    }

    /** What Google's token endpoint gives to a preset wearer. */
    String googleAccessToken(int wearer) {
        return json(post(
                        "/google/token",
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        "demo-refresh-" + wearer,
                        "client_id",
                        "demo-client",
                        "client_secret",
                        "demo-secret"))
                .path("access_token")
                .asText();
    }

    /** A call to the simulator's own paths. */
    HttpResponse<String> control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(url("/_simulator" + path)).method(method, BodyPublishers.ofString(body)));
    }

    /** The first line of the answer to a request that no proper client would send. */
    String rawStatusLine(String requestLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            String request = requestLine + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    String sign(Verb verb, String path, OAuth1AccessToken token, OAuth10aService service) {
        OAuthRequest request = new OAuthRequest(verb, url(path).toString());
        service.signRequest(token, request);
        return request.getHeaders().get("Authorization");
    }

    OAuth10aService service() {
        return service("demo-client", "demo-secret", clock.instant().getEpochSecond(), "nonce-" + nonces++);
    }

    /** Signs one call; more would use the same nonce. */
    OAuth10aService service(String clientId, String clientSecret, long timestamp, String nonce) {
        return new ServiceBuilder(clientId)
                .apiSecret(clientSecret)
                .callback("http://gateway.example.org/setup/callback?person=me&x=a%20b")
                .build(new Api(timestamp, nonce));
    }

    URI url(String path) {
        return URI.create(simulator.url() + path);
    }

    static OAuth1AccessToken token(int wearer) {
        return new OAuth1AccessToken("demo-token-" + wearer, "demo-secret-" + wearer);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode error(HttpResponse<String> response) {
        return json(response).path("errors").path(0);
    }

    @Override
    public void close() {
        simulator.close();
    }

    private final class Api extends DefaultApi10a {

        private final long timestamp;
        private final String nonce;

        Api(long timestamp, String nonce) {
            this.timestamp = timestamp;
            this.nonce = nonce;
        }

        @Override
        public String getRequestTokenEndpoint() {
            return url("/oauth/request_token").toString();
        }

        @Override
        public String getAccessTokenEndpoint() {
            return url("/oauth/access_token").toString();
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return url("/oauth/authorize").toString();
        }

        @Override
        public String getAuthorizationUrl(OAuth1RequestToken requestToken) {
            return getAuthorizationBaseUrl() + "?oauth_token=" + requestToken.getToken();
        }

        @Override
        public TimestampService getTimestampService() {
            return new TimestampServiceImpl() {
                @Override
                public String getTimestampInSeconds() {
                    return Long.toString(timestamp);
                }

                @Override
                public String getNonce() {
                    return nonce;
                }
            };
        }
    }
}
