package io.github.fitbitproxy.support;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hears everything that a broker has to say, retained messages first. */
public final class Subscriber implements AutoCloseable {

    private final Map<String, String> heard = new ConcurrentHashMap<>();
    private final Vertx vertx = Vertx.vertx();
    private final MqttClient client;

    public Subscriber(int port) {
        this(port, new MqttClientOptions());
    }

    public Subscriber(int port, MqttClientOptions options) {
        client = MqttClient.create(vertx, options);
        client.publishHandler(
                message -> heard.put(message.topicName(), message.payload().toString()));
        client.connect(port, "127.0.0.1")
                .compose(connected -> client.subscribe("#", MqttQoS.AT_LEAST_ONCE.value()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** The last message of each topic so far. */
    public Map<String, String> heard() {
        return heard;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
