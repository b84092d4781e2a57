package io.github.fitbitproxy.oauth;

import com.github.scribejava.core.httpclient.jdk.JDKHttpClient;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * scribejava's way to the provider while connecting, over the JDK's newer client: the whole call has a deadline, bodies a
 * bound, and redirects are not followed, since they would carry a signature to where it was not made for. Only calls with
 * a body in bytes go this way: OAuth makes no others.
 */
final class ProviderHttp extends JDKHttpClient {

    private static final long MAX_BODY_BYTES = 64 * 1024;

    private final java.net.http.HttpClient client;
    private final Duration timeout;

    ProviderHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Response execute(
            String userAgent, Map<String, String> headers, Verb verb, String completeUrl, byte[] bodyContents)
            throws InterruptedException, IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(completeUrl))
                .method(verb.name(), BodyPublishers.ofByteArray(bodyContents))
                .setHeader(CONTENT_TYPE, DEFAULT_CONTENT_TYPE);
        headers.forEach(request::setHeader);
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request.build(), reply -> new BoundedBody(MAX_BODY_BYTES));
        try {
            return response(exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer within " + timeout.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private static Response response(HttpResponse<byte[]> reply) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reply.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Response(reply.statusCode(), "", headers, new String(reply.body(), StandardCharsets.UTF_8));
    }
}
