package io.github.fitbitproxy.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, String> verifiers = new ConcurrentHashMap<>();

    public final AtomicInteger exchanges = new AtomicInteger();
    public volatile String callback = "";

    /** What happens instead of an honest answer; {@code null} for honesty. */
    private volatile Fault fault = Fault.NONE;

    private volatile ClientCredentials configured = CLIENT;

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
        ENDLESS
    }

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/request_token", exchange -> answer(exchange, this::temporary));
        server.createContext("/access_token", exchange -> answer(exchange, this::token));
        server.start();
    }

    public void fail(Fault how) {
        fault = how;
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
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
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

    private interface Step {
        /** The form to answer, or {@code null} to refuse. */
        String answer(Map<String, String> parameters);
    }

    private void answer(HttpExchange exchange, Step step) throws IOException {
        try (exchange) {
            Map<String, String> parameters = signedParameters(exchange);
            String form = fault == Fault.NONE && parameters != null ? step.answer(parameters) : null;
            if (form != null) {
                send(exchange, 200, form);
            } else if (fault == Fault.NONE) {
                send(exchange, 401, "{\"errors\":[{\"message\":\"Invalid signature or token 'secret-in-body'\"}]}");
            } else {
                misbehave(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void misbehave(HttpExchange exchange) throws IOException, InterruptedException {
        switch (fault) {
            case UNAUTHORISED -> send(exchange, 401, "oauth_token=secret-in-body&oauth_token_secret=secret-in-body");
            case FORBIDDEN -> send(exchange, 403, "secret-in-body");
            case NOT_FOUND -> send(exchange, 404, "secret-in-body");
            case TOO_MANY -> send(exchange, 429, "secret-in-body");
            case BROKEN -> send(exchange, 500, "secret-in-body");
            case HTML -> send(exchange, 200, "<html>Log in! secret-in-body ?oauth_token=x&oauth_token_secret=y</html>");
            case GARBAGE -> send(exchange, 200, "oauth_token=%zz&secret-in-body");
            case TWO_TOKENS ->
                send(
                        exchange,
                        200,
                        "oauth_token=a&oauth_token=secret-in-body&oauth_token_secret=b&oauth_callback_confirmed=true");
            case NOT_CONFIRMED -> send(exchange, 200, "oauth_token=a&oauth_token_secret=secret-in-body");
            case REDIRECT -> {
                exchange.getResponseHeaders().add("Location", url("/elsewhere").toString());
                send(exchange, 302, "");
            }
            case TIMESTAMP -> send(exchange, 401, "oauth_problem=timestamp_refused&secret-in-body");
            case OLD_DATE -> {
                exchange.getResponseHeaders().set("Date", "Fri, 02 Jan 1970 00:00:00 GMT");
                send(exchange, 401, "secret-in-body");
            }
            case HANG -> closing.await(30, TimeUnit.SECONDS);
            case HANG_IN_BODY -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write("oauth_token=a".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                closing.await(30, TimeUnit.SECONDS);
            }
            case HANG_UP -> exchange.close();
            case ENDLESS -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] piece = "a".repeat(8192).getBytes(StandardCharsets.UTF_8);
                while (closing.getCount() > 0) {
                    exchange.getResponseBody().write(piece);
                }
            }
            default -> throw new IllegalStateException(fault.name());
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The parameters of the header if they are signed as they should be, else {@code null}. */
    private Map<String, String> signedParameters(HttpExchange exchange) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher matcher = Pattern.compile("(\\w+)=\"([^\"]*)\"")
                .matcher(exchange.getRequestHeaders().getFirst("Authorization"));
        while (matcher.find()) {
            parameters.put(matcher.group(1), URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8));
        }
        String signature = parameters.remove("oauth_signature");
        String token = parameters.get("oauth_token");
        String tokenSecret = token == null ? "" : token.replace("tt-", "ts-");
        String url = "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
        String base = exchange.getRequestMethod() + "&" + encode(url) + "&"
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
