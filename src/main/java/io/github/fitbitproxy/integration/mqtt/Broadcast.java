package io.github.fitbitproxy.integration.mqtt;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.day.HeldLease;
import io.github.fitbitproxy.day.KnownDay;
import io.github.fitbitproxy.integration.mqtt.Publisher.LostException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps the broker's retained messages as they should be: round by round, what has changed is published. Whoever connects
 * anew publishes everything, for the broker may have forgotten. One replica does it for all. Blocks.
 */
final class Broadcast {

    private static final Logger LOG = Logger.getLogger(Broadcast.class);

    private static final byte[] NOTHING = new byte[0];

    private final Supplier<List<KnownDay>> days;
    private final HomeAssistant homeAssistant;
    private final Publisher publisher;
    private final HeldLease lease;

    /** What the broker holds of ours, as far as it was told over this connection. */
    private final Map<String, byte[]> published = new HashMap<>();

    /** Over which we published; 0 if another replica does, or nobody yet. */
    private long connection;

    private boolean stopped;

    Broadcast(Supplier<List<KnownDay>> days, HomeAssistant homeAssistant, Publisher publisher, HeldLease lease) {
        this.days = days;
        this.homeAssistant = homeAssistant;
        this.publisher = publisher;
        this.lease = lease;
    }

    /** One round: to be called every few seconds. */
    synchronized void tick() {
        if (stopped) {
            return;
        }
        try {
            if (!lease.hold()) {
                connection = 0;
                publisher.close();
                return;
            }
            long current = publisher.connection();
            if (current != connection) {
                published.clear();
                connection = current;
            }
            if (current != 0) {
                publish(wanted(days.get()));
            }
        } catch (UncheckedIOException e) {
            LOG.debugf("Nothing is published while the store fails. %s", e.getMessage());
        } catch (LostException e) {
            LOG.debugf("The connection to the MQTT broker is lost. %s", e.getMessage());
        }
    }

    /**
     * Says that nothing more will come, if it was this replica that published. Over a new connection if need be: a round that
     * the stop has interrupted said good-bye, and then the broker says nothing for us.
     */
    synchronized void stop() {
        stopped = true;
        if (connection != 0 && !sayOffline()) {
            sayOffline();
        }
        publisher.close();
        lease.close();
    }

    /** Whether it could be said. What fails ends the connection, so that trying again makes a new one. */
    private boolean sayOffline() {
        try {
            if (publisher.connection() == 0) {
                return false;
            }
            publisher.publish(
                    homeAssistant.availabilityTopic(), HomeAssistant.OFFLINE.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (LostException e) {
            LOG.debugf("The connection to the MQTT broker is lost. %s", e.getMessage());
            return false;
        }
    }

    private Map<String, byte[]> wanted(List<KnownDay> today) {
        Map<String, byte[]> messages = new LinkedHashMap<>();
        for (KnownDay day : today) {
            homeAssistant
                    .sensors(day.person(), day.kind())
                    .forEach((topic, sensor) -> messages.put(topic, sensor.getBytes(StandardCharsets.UTF_8)));
        }
        for (KnownDay day : today) {
            Answer answer = day.answer();
            messages.put(
                    homeAssistant.stateTopic(day.person(), day.kind()),
                    answer == null
                            ? HomeAssistant.unknown(day.date()).getBytes(StandardCharsets.UTF_8)
                            : answer.body().getBytes());
        }
        messages.put(homeAssistant.availabilityTopic(), HomeAssistant.ONLINE.getBytes(StandardCharsets.UTF_8));
        return messages;
    }

    private void publish(Map<String, byte[]> wanted) {
        // An empty message takes a retained one away (MQTT 3.1.1 §3.3.1.3), and with it the sensor.
        published.keySet().stream()
                .filter(topic -> !wanted.containsKey(topic))
                .toList()
                .forEach(topic -> {
                    publisher.publish(topic, NOTHING);
                    published.remove(topic);
                });
        wanted.forEach((topic, payload) -> {
            if (!Arrays.equals(payload, published.get(topic))) {
                publisher.publish(topic, payload);
                published.put(topic, payload);
            }
        });
    }
}
