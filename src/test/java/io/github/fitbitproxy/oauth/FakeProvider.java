package io.github.fitbitproxy.oauth;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A provider of OAuth 1.0a on loopback that checks signatures with code of its own (RFC 5849 §3.4). It consents to what
 * {@link #consent} is told, and can be made to fail in the ways that providers do.
 */
public final class FakeProvider implements OAuth1Provider, AutoCloseable {

    public static final ClientCredentials CLIENT = new ClientCredentials("example-app", "client secret/1");

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final HttpServer server;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, String> verifiers = new ConcurrentHashMap<>();

    public final AtomicInteger exchanges = new AtomicInteger();
    public volatile String callback = "";

    /** What happens instead of an honest answer. */
    private volatile Fault fault = Fault.NONE;

    private volatile ClientCredentials configured = CLIENT;

    /** What the {@code Date} header says; {@code null} for none. */
    private volatile String date;

    /** What can go wrong on the other side. */
    public enum Fault {
        NONE,
        UNAUTHORISED,
        FORBIDDEN,
        NOT_FOUND,
        TOO_MANY,
        BROKEN,
        HTML,
        GARBAGE,
        TWO_TOKENS,
        NOT_CONFIRMED,
        REDIRECT,
        TIMESTAMP,
        OLD_DATE,
        HANG,
        HANG_IN_BODY,
        HANG_UP,
        HUGE
    }

    public FakeProvider() {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public void fail(Fault how) {
        fault = how;
    }

    /** What time it is for the provider. */
    public void setDate(Instant now) {
        date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
    }

    public void configure(ClientCredentials client) {
        configured = client;
    }

    /** Consents in the name of the person, and tells the verifier. */
    public String consent(String temporaryToken) {
        String verifier = "vf-" + temporaryToken;
        verifiers.put(temporaryToken, verifier);
        return verifier;
    }

    @Override
    public String upstream() {
        return "example";
    }

    @Override
    public URI requestTokenUrl() {
        return url("/request_token");
    }

    @Override
    public URI authorizeUrl() {
        return url("/authorize");
    }

    @Override
    public URI accessTokenUrl() {
        return url("/access_token");
    }

    @Override
    public Optional<ClientCredentials> configuredClient() {
        return Optional.ofNullable(configured);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.actualPort() + path);
    }

    private String temporary(Map<String, String> parameters) {
        callback = parameters.get("oauth_callback");
        int number = count.incrementAndGet();
        return "oauth_token=tt-" + number + "&oauth_token_secret=ts-" + number + "&oauth_callback_confirmed=true";
    }

    private String token(Map<String, String> parameters) {
        exchanges.incrementAndGet();
        String temporary = parameters.get("oauth_token");
        String verifier = parameters.get("oauth_verifier");
        if (!verifiers.remove(temporary, verifier)) {
            return null;
        }
        String number = temporary.substring("tt-".length());
        return "oauth_token=at-" + number + "&oauth_token_secret=as-" + number + "&user_id=9XYZ12";
    }

    private void answer(HttpServerRequest request) {
        if (date != null) {
            request.response().putHeader("Date", date);
        }
        if (fault != Fault.NONE) {
            misbehave(request.response());
            return;
        }
        Map<String, String> parameters = signedParameters(request);
        String form = null;
        if (parameters != null) {
            form = request.path().equals("/request_token") ? temporary(parameters) : token(parameters);
        }
        if (form != null) {
            send(request.response(), 200, form);
        } else {
            send(
                    request.response(),
                    401,
                    "{\"errors\":[{\"message\":\"Invalid signature or token 'secret-in-body'\"}]}");
        }
    }

    private void misbehave(HttpServerResponse response) {
        switch (fault) {
            case UNAUTHORISED -> send(response, 401, "oauth_token=secret-in-body&oauth_token_secret=secret-in-body");
            case FORBIDDEN -> send(response, 403, "secret-in-body");
            case NOT_FOUND -> send(response, 404, "secret-in-body");
            case TOO_MANY -> send(response, 429, "secret-in-body");
            case BROKEN -> send(response, 500, "secret-in-body");
            case HTML -> send(response, 200, "<html>Log in! secret-in-body ?oauth_token=x&oauth_token_secret=y</html>");
            case GARBAGE -> send(response, 200, "oauth_token=%zz&secret-in-body");
            case TWO_TOKENS ->
                send(
                        response,
                        200,
                        "oauth_token=a&oauth_token=secret-in-body&oauth_token_secret=b&oauth_callback_confirmed=true");
            case NOT_CONFIRMED -> send(response, 200, "oauth_token=a&oauth_token_secret=secret-in-body");
            case REDIRECT -> {
                response.putHeader("Location", url("/elsewhere").toString());
                send(response, 302, "");
            }
            case TIMESTAMP -> send(response, 401, "oauth_problem=timestamp_refused&secret-in-body");
            case OLD_DATE -> {
                response.putHeader("Date", "Fri, 02 Jan 1970 00:00:00 GMT");
                send(response, 401, "secret-in-body");
            }
            case HANG -> response.endHandler(never -> {});
            case HANG_IN_BODY -> response.putHeader("Content-Length", "100").write("oauth_token=a");
            case HANG_UP -> response.reset();
            case HUGE -> {
                response.setChunked(true);
                pour(response, 2000);
            }
            default -> throw new IllegalStateException(fault.name());
        }
    }

    /** Sixteen megabytes: far more than anybody should take, and no danger for the one who does. */
    private static void pour(HttpServerResponse response, int pieces) {
        if (pieces == 0) {
            response.end("&oauth_token=a&oauth_token_secret=b&oauth_callback_confirmed=true");
        } else {
            response.write("a".repeat(8192)).onSuccess(written -> pour(response, pieces - 1));
        }
    }

    private static void send(HttpServerResponse response, int status, String body) {
        response.setStatusCode(status).end(body);
    }

    /** The parameters of the header if they are signed as they should be, else {@code null}. */
    private Map<String, String> signedParameters(HttpServerRequest request) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher matcher = Pattern.compile("(\\w+)=\"([^\"]*)\"").matcher(request.getHeader("Authorization"));
        while (matcher.find()) {
            parameters.put(matcher.group(1), URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8));
        }
        String signature = parameters.remove("oauth_signature");
        String token = parameters.get("oauth_token");
        String tokenSecret = token == null ? "" : token.replace("tt-", "ts-");
        String url = "http://" + request.getHeader("Host") + request.uri();
        String base = request.method() + "&" + encode(url) + "&"
                + encode(parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&")));
        boolean known = CLIENT.id().equals(parameters.get("oauth_consumer_key"));
        return known
                        && hmac(encode(CLIENT.secret()) + "&" + encode(tokenSecret), base)
                                .equals(signature)
                ? parameters
                : null;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
