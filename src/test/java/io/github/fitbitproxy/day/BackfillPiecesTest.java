package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BackfillPiecesTest {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 20);

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final ProxyConfig settings = Settings.of(Map.of());
    private final FakeUpstream upstream = new FakeUpstream();
    private final FakeStore store = new FakeStore();

    private void fetchBackTo(LocalDate from) {
        BackfillPieces pieces = new BackfillPieces(
                store,
                new Answers(),
                new Finisher(day -> new byte[0], settings),
                FakeDays.of(upstream, store, settings, clock),
                clock);
        DateRange range = new DateRange(from, YESTERDAY);
        Backfill job = new Backfill(
                Person.ME, "activities", range, YESTERDAY, BackfillStore.State.RUNNING, null, 1, clock.instant());
        pieces.fetchNext(job, upstream, ZoneOffset.UTC);
    }

    private void stored(LocalDate date, Parts parts) {
        DayKey key = new DayKey(Person.ME, "fake", "activities", date);
        store.days.put(date, new RawDay(key, clock.instant().minus(Duration.ofHours(20)), ZoneOffset.UTC, null, parts));
    }

    private static Parts lacking(String part) {
        return new Parts(new TreeMap<>(FakeUpstream.steps(7).received()), new TreeSet<>(List.of(part)));
    }

    private String steps(LocalDate date) {
        return new String(store.days.get(date).parts().get("steps"), StandardCharsets.UTF_8);
    }

    @Test
    void keepsAWholeVersionRatherThanAPoorerOne() {
        stored(YESTERDAY, FakeUpstream.steps(42));
        upstream.tells = date -> lacking("heart");
        fetchBackTo(YESTERDAY.minusDays(1));
        assertThat(steps(YESTERDAY)).isEqualTo("42");
        assertThat(steps(YESTERDAY.minusDays(1))).isEqualTo("7");
    }

    @Test
    void replacesAVersionThatLacksAPartItself() {
        stored(YESTERDAY, lacking("heart"));
        upstream.tells = date -> FakeUpstream.steps(9);
        fetchBackTo(YESTERDAY);
        assertThat(steps(YESTERDAY)).isEqualTo("9");
    }
}
