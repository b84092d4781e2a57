package io.github.fitbitproxy.integration.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.day.HeldLease;
import io.github.fitbitproxy.day.KnownDay;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.InMemoryLeaseStore;
import io.github.fitbitproxy.support.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is published, and when. */
class BroadcastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String STATE = "fitbit-proxy/me/sleep";

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final InMemoryLeaseStore leases = new InMemoryLeaseStore(clock);
    private final FakeBroker broker = new FakeBroker();
    private List<KnownDay> today = List.of(day("me", "{\"minutesAsleep\":400}"));

    private Broadcast broadcast(FakeBroker broker, Supplier<List<KnownDay>> days) {
        return new Broadcast(
                days,
                new HomeAssistant("fitbit-proxy", "homeassistant", Duration.ofHours(2), "1"),
                broker,
                new HeldLease(leases, "mqtt", Duration.ofMinutes(3)));
    }

    private static KnownDay day(String person, String json) {
        Answer answer = Answer.of(json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH, Instant.EPOCH);
        return new KnownDay(new Person(person), "sleep", TODAY, answer);
    }

    @Test
    void saysEverythingOnceAndThenWhatHasChanged() {
        Broadcast broadcast = broadcast(broker, () -> today);
        broadcast.tick();
        assertThat(broker.retained)
                .containsEntry(STATE, "{\"minutesAsleep\":400}")
                .containsEntry("fitbit-proxy/availability", "online")
                .containsKey("homeassistant/sensor/fitbit_proxy_me/sleep_asleep/config");
        broker.sent.clear();

        broadcast.tick();
        assertThat(broker.sent).isEmpty();

        today = List.of(day("me", "{\"minutesAsleep\":401}"));
        broadcast.tick();
        assertThat(broker.sent).containsExactly(STATE);
    }

    @Test
    void announcesTheSensorsBeforeTheirStateAndItselfLast() {
        broadcast(broker, () -> today).tick();
        assertThat(broker.sent.indexOf(STATE)).isEqualTo(broker.sent.size() - 2);
        assertThat(broker.sent).last().isEqualTo("fitbit-proxy/availability");
    }

    @Test
    void takesYesterdaysFiguresAwayWhileTodayIsNotKnown() {
        Broadcast broadcast = broadcast(broker, () -> today);
        broadcast.tick();
        today = List.of(new KnownDay(Person.ME, "sleep", TODAY.plusDays(1), null));
        broadcast.tick();
        assertThat(broker.retained).containsEntry(STATE, "{\"date\":\"2026-11-22\",\"status\":\"partial\"}\n");
    }

    @Test
    void takesTheSensorsAwayOfWhoIsGone() {
        Broadcast broadcast = broadcast(broker, () -> today);
        today = List.of(day("me", "{}"), day("anna", "{}"));
        broadcast.tick();
        assertThat(broker.retained.keySet()).anyMatch(topic -> topic.contains("anna"));
        today = List.of(day("me", "{}"));
        broadcast.tick();
        assertThat(broker.retained.keySet()).noneMatch(topic -> topic.contains("anna"));
        assertThat(broker.retained).containsKey(STATE);
    }

    @Test
    void saysEverythingAgainOverANewConnection() {
        Broadcast broadcast = broadcast(broker, () -> today);
        broadcast.tick();
        broker.forgetAndReconnect();
        broadcast.tick();
        assertThat(broker.retained).containsKeys(STATE, "fitbit-proxy/availability");
    }

    @Test
    void saysTheRestAfterLosingTheConnectionInTheMiddle() {
        Broadcast broadcast = broadcast(broker, () -> today);
        broker.losesAfter = 5;
        broadcast.tick();
        assertThat(broker.retained).hasSize(5).doesNotContainKey(STATE);
        broker.losesAfter = Integer.MAX_VALUE;
        broker.forgetAndReconnect();
        broadcast.tick();
        assertThat(broker.retained).containsKeys(STATE, "fitbit-proxy/availability");
    }

    @Test
    void leavesItToTheReplicaThatHoldsTheLeaseUntilThatStops() {
        FakeBroker other = new FakeBroker();
        Broadcast first = broadcast(broker, () -> today);
        Broadcast second = broadcast(other, () -> today);
        first.tick();
        second.tick();
        assertThat(other.sent).isEmpty();

        first.stop();
        assertThat(broker.retained).containsEntry("fitbit-proxy/availability", "offline");
        second.tick();
        assertThat(other.retained).containsEntry("fitbit-proxy/availability", "online");
    }

    @Test
    void saysThatItStopsOverANewConnectionToo() {
        Broadcast broadcast = broadcast(broker, () -> today);
        broadcast.tick();
        broker.connection++;

        broadcast.stop();
        assertThat(broker.retained).containsEntry("fitbit-proxy/availability", "offline");
    }

    @Test
    void doesNotSpeakForTheReplicaThatTookOver() {
        Broadcast first = broadcast(broker, () -> today);
        first.tick();
        clock.advance(Duration.ofMinutes(4));
        broadcast(new FakeBroker(), () -> today).tick();
        first.tick();

        first.stop();
        assertThat(broker.retained).containsEntry("fitbit-proxy/availability", "online");
    }

    @Test
    void goesOnAfterTroubleWithTheStore() {
        Broadcast broadcast = broadcast(broker, () -> {
            if (today.isEmpty()) {
                throw new UncheckedIOException(new IOException("the disk is gone"));
            }
            return today;
        });
        List<KnownDay> known = today;
        today = List.of();
        broadcast.tick();
        assertThat(broker.sent).isEmpty();
        today = known;
        broadcast.tick();
        assertThat(broker.retained).containsKey(STATE);
    }

    /** Keeps retained messages as a broker does. */
    private static final class FakeBroker implements Publisher {

        private final Map<String, String> retained = new LinkedHashMap<>();
        private final List<String> sent = new ArrayList<>();
        private int losesAfter = Integer.MAX_VALUE;
        private long connection = 1;

        void forgetAndReconnect() {
            retained.clear();
            connection++;
        }

        @Override
        public long connection() {
            return connection;
        }

        @Override
        public void publish(String topic, byte[] payload) {
            if (sent.size() >= losesAfter) {
                throw new LostException("gone");
            }
            sent.add(topic);
            if (payload.length == 0) {
                retained.remove(topic);
            } else {
                retained.put(topic, new String(payload, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void close() {}
    }
}
