package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DayKeeperTest {

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final FakeUpstream upstream = new FakeUpstream();
    private final FakeStore store = new FakeStore();
    private final Answers answers = new Answers();
    private final DayKeeper keeper = keeper();
    private final LocatedDay today = new LocatedDay(
            new DayKey(Person.ME, "fake", ActivityDay.KIND.name(), LocalDate.of(2026, 11, 21)),
            upstream,
            ZoneOffset.UTC);

    private DayKeeper keeper() {
        ProxyConfig settings = Settings.of(Map.of());
        Finisher finisher = new Finisher(
                day -> String.valueOf(((ActivityDay) day).steps()).getBytes(StandardCharsets.UTF_8), settings);
        return new DayKeeper(
                store,
                new BestDays(store, new Sources(List.of(), List.of(), List.of())),
                answers,
                finisher,
                FakeDays.of(upstream, store, settings, clock),
                FakeDays.flights(),
                settings);
    }

    @Test
    void goesOnAnsweringFromMemoryWhenTheDiskIsFull() {
        store.writable = false;
        Answer told = keeper.fetch(today, null);
        assertThat(told.body().toString()).isEqualTo("7");
        assertThat(store.days).isEmpty();
        assertThat(answers.get(today.key())).isEqualTo(told);
    }

    @Test
    void remembersNothingOfAPersonWhoWasDeletedWhileTheCloudWasAsked() {
        store.forgotten = true;
        assertThat(keeper.fetch(today, null).body().toString()).isEqualTo("7");
        assertThat(store.days).isEmpty();
        assertThat(answers.get(today.key())).isNull();
    }

    @Test
    void neverLetsADayThatIsStillBeingComputedReplaceWhatWasTold() {
        Answer told = keeper.fetch(today, null);
        clock.advance(Duration.ofMinutes(10));
        upstream.tells = date -> FakeUpstream.PENDING;
        assertThat(keeper.fetch(today, told).body().toString()).isEqualTo("7");
        assertThat(store.days.get(today.key().date()).fetchedAt()).isEqualTo(told.fetchedAt());
    }

    @Test
    void keepsWhatWasToldOfAPartThatCannotBeHadAnew() {
        Answer told = keeper.fetch(today, null);
        clock.advance(Duration.ofMinutes(10));
        upstream.tells =
                date -> new Parts(new TreeMap<>(Map.of("floors", new byte[] {'3'})), new TreeSet<>(List.of("steps")));
        assertThat(keeper.fetch(today, told).body().toString()).isEqualTo("7");
        RawDay stored = store.days.get(today.key().date());
        assertThat(stored.fetchedAt()).isAfter(told.fetchedAt());
        assertThat(stored.parts().received()).containsOnlyKeys("floors", "steps");
        assertThat(stored.parts().missing()).containsExactly("steps");
    }

    @Test
    void findsAgainWhatItKept() {
        Answer told = keeper.fetch(today, null);
        assertThat(keeper().find(today)).isEqualTo(told);
        assertThat(upstream.asked).hasSize(1);
    }
}
