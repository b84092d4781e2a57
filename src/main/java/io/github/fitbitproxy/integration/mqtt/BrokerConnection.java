package io.github.fitbitproxy.integration.mqtt;

import io.github.fitbitproxy.integration.mqtt.MqttSettings.Broker;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** A connection over TCP or TLS, on the event loops that are there anyway. A broker that is not there is asked ever more rarely. */
final class BrokerConnection implements Publisher {

    private static final Logger LOG = Logger.getLogger(BrokerConnection.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int LONGEST_WAIT_SECONDS = 10;

    /** The first round has a message for every sensor of the household. */
    private static final int MOST_UNACKNOWLEDGED = 5000;

    private final MqttClient client;
    private final Broker broker;
    private final Clock clock;
    private final RandomGenerator random;
    private long connection;
    private Instant nextTryAt = Instant.MIN;
    private Duration pause = FIRST_PAUSE;

    BrokerConnection(Vertx vertx, Broker broker, MqttClientOptions options, Clock clock, RandomGenerator random) {
        this.client = MqttClient.create(vertx, options.setMaxInflightQueue(MOST_UNACKNOWLEDGED));
        this.broker = broker;
        this.clock = clock;
        this.random = random;
        client.closeHandler(closed -> LOG.debug("The connection to the MQTT broker was closed."));
    }

    @Override
    public long connection() {
        if (client.isConnected()) {
            return connection;
        }
        Instant now = clock.instant();
        // A clock that was set back must not keep us waiting.
        if (now.isBefore(nextTryAt) && nextTryAt.isBefore(now.plus(LONGEST_PAUSE.multipliedBy(2)))) {
            return 0;
        }
        try {
            await(client.connect(broker.port(), broker.host()));
            connection++;
            pause = FIRST_PAUSE;
            nextTryAt = Instant.MIN;
            LOG.infof("Connected to the MQTT broker %s.", broker);
            return connection;
        } catch (LostException e) {
            if (pause.equals(FIRST_PAUSE)) {
                LOG.warnf("The MQTT broker %s cannot be reached and will be tried again. %s", broker, e.getMessage());
            }
            // Nobody asks in step with others: up to a quarter longer.
            nextTryAt = now.plus(pause).plusMillis(random.nextLong(1 + pause.toMillis() / 4));
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            return 0;
        }
    }

    @Override
    public void publish(String topic, byte[] payload) {
        try {
            await(client.publish(topic, Buffer.buffer(payload), MqttQoS.AT_LEAST_ONCE, false, true));
        } catch (LostException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (client.isConnected()) {
            client.disconnect();
        }
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LostException(reason(e));
        } catch (TimeoutException e) {
            throw new LostException("It does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LostException("The service is stopping.");
        }
    }

    /** What the innermost cause says: the outer ones say no more than that it failed. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
