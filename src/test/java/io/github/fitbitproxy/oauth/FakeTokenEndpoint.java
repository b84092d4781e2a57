package io.github.fitbitproxy.oauth;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A provider of OAuth 2.0 on loopback, with code of its own: refresh tokens are good for one use and replaced (or, if it is
 * told so, stay), codes are bound to their redirect address and challenge. It can be made to fail in the ways that providers do.
 */
public final class FakeTokenEndpoint implements OAuth2Provider, AutoCloseable {

    public static final ClientCredentials CLIENT = new ClientCredentials("example-app-2", "client secret/2");

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final HttpServer server;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Consent> codes = new ConcurrentHashMap<>();

    /** Each request that came, by its grant type or {@code revoke}. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    public volatile boolean rotates = true;
    public volatile long lifetimeSeconds = 3600;
    public volatile Long refreshLifetimeSeconds;
    public volatile String scope = "nights steps";
    public volatile String upstream = "example-2";
    public volatile ClientAuthentication authentication = ClientAuthentication.BASIC;
    public volatile boolean withoutRefreshToken;
    public volatile boolean isDefault = true;
    public volatile Optional<ClientCredentials> configured = Optional.of(CLIENT);

    /** How long an honest answer takes. */
    public volatile Duration delay = Duration.ZERO;

    /** An honest answer waits for it. */
    public volatile CompletableFuture<Void> hold = CompletableFuture.completedFuture(null);

    public volatile Predicate<String> redirectHosts = host -> true;

    private volatile Fault fault = Fault.NONE;
    private volatile String goodRefreshToken = "rt-0";
    private volatile String answered;

    /** The refresh token that was spent last; asked again, it gets the same answer once more, as with some providers. */
    private volatile String spent = "";

    public volatile boolean repeats = true;

    /** What can go wrong on the other side. */
    public enum Fault {
        NONE,
        INVALID_GRANT,
        INVALID_GRANT_IN_A_LIST,
        INVALID_CLIENT,
        BAD_GATEWAY,
        BUSY,
        HTML,
        HTML_401,
        GARBAGE,
        NO_ACCESS_TOKEN,
        OTHER_TOKEN_TYPE,
        CONTROL_CHARACTERS,
        REDIRECT,
        HANG,
        HANG_UP,
        HUGE,
        LOST_ANSWER
    }

    private record Consent(String redirectUri, String challenge) {}

    public FakeTokenEndpoint() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> answer(request, body)))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public void fail(Fault how) {
        fault = how;
    }

    /** How often a refresh token was changed, or tried to be. */
    public long refreshes() {
        return requests.stream().filter("refresh_token"::equals).count();
    }

    public String goodRefreshToken() {
        return goodRefreshToken;
    }

    /** Consents in the name of the person to what the consent page was asked, and gives the code. */
    public String consent(URI consentUrl) {
        Map<String, String> query = form(consentUrl.getRawQuery());
        String code = "code-" + count.incrementAndGet();
        codes.put(code, new Consent(query.get("redirect_uri"), query.get("code_challenge")));
        return code;
    }

    public static Map<String, String> form(String encoded) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            form.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Map<String, String> form = form(body.toString());
        requests.add(form.getOrDefault("grant_type", "revoke"));
        if (fault != Fault.NONE && fault != Fault.LOST_ANSWER) {
            misbehave(request.response());
            return;
        }
        if (!isClient(request, form)) {
            send(request.response(), 401, "{\"error\":\"invalid_client\",\"error_description\":\"secret-in-body\"}");
            return;
        }
        String json = request.path().equals("/revoke") ? revoke(form) : tokens(form);
        if (fault == Fault.LOST_ANSWER) {
            request.response().reset();
        } else if (json == null) {
            send(request.response(), 400, "{\"error\":\"invalid_grant\",\"error_description\":\"secret-in-body\"}");
        } else if (delay.isZero()) {
            hold.thenRun(() -> vertx.runOnContext(held -> send(request.response(), 200, json)));
        } else {
            vertx.setTimer(delay.toMillis(), timer -> send(request.response(), 200, json));
        }
    }

    private boolean isClient(HttpServerRequest request, Map<String, String> form) {
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT.id() + ":" + CLIENT.secret()).getBytes(StandardCharsets.UTF_8));
        return authentication == ClientAuthentication.BASIC
                ? basic.equals(request.getHeader("Authorization"))
                : CLIENT.id().equals(form.get("client_id"))
                        && CLIENT.secret().equals(form.get("client_secret"))
                        && request.getHeader("Authorization") == null;
    }

    private String revoke(Map<String, String> form) {
        boolean known = goodRefreshToken.equals(form.get("token"));
        goodRefreshToken = "";
        return known ? "" : null;
    }

    private String tokens(Map<String, String> form) {
        if ("authorization_code".equals(form.get("grant_type"))) {
            Consent consent = codes.remove(form.get("code"));
            boolean good = consent != null
                    && consent.redirectUri.equals(form.get("redirect_uri"))
                    && consent.challenge.equals(challenge(form.get("code_verifier")));
            return good ? next(true) : null;
        }
        String token = form.get("refresh_token");
        if (repeats && spent.equals(token)) {
            return answered;
        }
        if (!goodRefreshToken.equals(token)) {
            return null;
        }
        answered = next(rotates);
        if (rotates) {
            spent = token;
        }
        return answered;
    }

    private String next(boolean newRefreshToken) {
        int number = count.incrementAndGet();
        StringBuilder json = new StringBuilder("{\"access_token\":\"at-" + number + "\",\"expires_in\":"
                + lifetimeSeconds + ",\"token_type\":\"Bearer\",\"user_id\":\"9XYZ12\",\"scope\":\"" + scope + "\"");
        if (newRefreshToken && !withoutRefreshToken) {
            goodRefreshToken = "rt-" + number;
            json.append(",\"refresh_token\":\"rt-").append(number).append('"');
        }
        if (refreshLifetimeSeconds != null) {
            json.append(",\"refresh_token_expires_in\":").append(refreshLifetimeSeconds);
        }
        return json.append('}').toString();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void misbehave(HttpServerResponse response) {
        String token = "\"access_token\":\"at-x secret-in-body\"";
        switch (fault) {
            case INVALID_GRANT -> send(response, 400, "{\"error\":\"invalid_grant\",\"x\":\"secret-in-body\"}");
            case INVALID_GRANT_IN_A_LIST ->
                send(
                        response,
                        400,
                        "{\"errors\":[{\"errorType\":\"invalid_grant\",\"message\":\"Refresh token invalid: secret-in-body\"}]}");
            case INVALID_CLIENT -> send(response, 401, "{\"error\":\"invalid_client\",\"x\":\"secret-in-body\"}");
            case BAD_GATEWAY -> send(response, 502, "<html>invalid_grant secret-in-body</html>");
            case BUSY -> {
                response.putHeader("Retry-After", "90");
                send(response, 503, "{\"error\":\"invalid_grant\"}");
            }
            case HTML -> send(response, 200, "<html>Log in! secret-in-body</html>");
            case HTML_401 -> send(response, 401, "<html>invalid_grant secret-in-body</html>");
            case GARBAGE -> send(response, 200, "{\"access_token\":\"secret-in-body");
            case NO_ACCESS_TOKEN -> send(response, 200, "{\"refresh_token\":\"secret-in-body\"}");
            case OTHER_TOKEN_TYPE ->
                send(response, 200, "{\"token_type\":\"mac\",\"access_token\":\"secret-in-body\"}");
            case CONTROL_CHARACTERS -> send(response, 200, "{" + token + "}");
            case REDIRECT -> {
                response.putHeader("Location", url("/elsewhere").toString());
                send(response, 302, "");
            }
            case HANG -> response.endHandler(never -> {});
            case HANG_UP -> response.reset();
            case HUGE -> send(response, 200, "{\"x\":\"" + "a".repeat(200_000) + "\"," + token + "}");
            default -> throw new IllegalStateException(fault.name());
        }
    }

    private static void send(HttpServerResponse response, int status, String body) {
        response.setStatusCode(status).end(body);
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.actualPort() + path);
    }

    @Override
    public String upstream() {
        return upstream;
    }

    @Override
    public boolean isDefault() {
        return isDefault;
    }

    @Override
    public String shortName(String scope) {
        return scope.equals("nights") ? "sleep" : scope;
    }

    @Override
    public boolean acceptsRedirectHost(String host) {
        return redirectHosts.test(host);
    }

    @Override
    public URI authorizeUrl() {
        return url("/authorize");
    }

    @Override
    public URI tokenUrl() {
        return url("/token");
    }

    @Override
    public URI revokeUrl() {
        return url("/revoke");
    }

    @Override
    public List<String> scopes() {
        return List.of("nights", "steps");
    }

    @Override
    public Map<String, String> authorizeParameters() {
        return Map.of("access_type", "offline");
    }

    @Override
    public ClientAuthentication clientAuthentication() {
        return authentication;
    }

    @Override
    public Optional<ClientCredentials> configuredClient() {
        return configured;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
