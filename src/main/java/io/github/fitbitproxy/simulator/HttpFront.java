package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.fault.Delivery;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.http.Parameter;
import io.github.fitbitproxy.simulator.http.PercentCode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** The simulator's socket: turns requests into calls and answers into responses. */
final class HttpFront {

    private static final Logger LOG = Logger.getLogger(HttpFront.class);
    private static final int MOST_BODY_BYTES = 65_536;

    private final Vertx vertx;
    private final Switchboard switchboard;
    private final Clock clock;

    private HttpFront(Vertx vertx, Switchboard switchboard, Clock clock) {
        this.vertx = vertx;
        this.switchboard = switchboard;
        this.clock = clock;
    }

    static HttpServer listen(Vertx vertx, String host, int port, Switchboard switchboard, Clock clock) {
        HttpFront front = new HttpFront(vertx, switchboard, clock);
        HttpServerOptions options =
                new HttpServerOptions().setCompressionSupported(true).setHttp2ClearTextEnabled(false);
        HttpServer server = vertx.createHttpServer(options).requestHandler(front::receive);
        try {
            return server.listen(port, host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failure) {
            throw new IllegalStateException(
                    "The simulator cannot listen on " + host + ":" + port
                            + ". Is the port taken? Choose another simulator.port.",
                    failure.getCause());
        }
    }

    private void receive(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > MOST_BODY_BYTES) {
                request.connection().close();
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> vertx.executeBlocking(() -> answer(request, body.toString()), false)
                .onSuccess(delivery -> deliver(delivery, request))
                .onFailure(failure -> {
                    LOG.error("The simulator failed to answer", failure);
                    request.response().setStatusCode(500).end();
                }));
    }

    private Delivery answer(HttpServerRequest request, String body) {
        List<Parameter> query;
        try {
            query = PercentCode.parseForm(request.query() == null ? "" : request.query());
        } catch (IllegalArgumentException badlyEncoded) {
            return Delivery.whole(Answer.validation("query", "The query is badly encoded."));
        }
        Call call = new Call(
                request.method().name(),
                "http://" + request.getHeader("Host"),
                request.path(),
                query,
                request.getHeader("Authorization"),
                request.getHeader("Content-Type"),
                body);
        return switchboard.answer(call, clock.instant());
    }

    private void deliver(Delivery delivery, HttpServerRequest request) {
        if (delivery.delayMillis() > 0) {
            vertx.setTimer(delivery.delayMillis(), late -> send(delivery, request));
        } else {
            send(delivery, request);
        }
    }

    private static void send(Delivery delivery, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (delivery.manner() == Delivery.Manner.NEVER || response.closed()) {
            return;
        }
        if (delivery.manner() == Delivery.Manner.LOST) {
            request.connection().close();
            return;
        }
        Answer answer = delivery.answer();
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (delivery.manner() == Delivery.Manner.WHOLE) {
            response.end(Buffer.buffer(answer.body()));
            return;
        }
        // Chunked, so that the missing end shows whether or not the body is compressed.
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        response.setChunked(true)
                .write(text.substring(0, text.length() / 2))
                .onComplete(written -> request.connection().close());
    }
}
