package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.NotConnected;
import io.github.fitbitproxy.upstream.UpstreamFailure.RateLimited;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RangeReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate OLD = LocalDate.of(2025, 1, 1);

    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");
    private final FakeUpstream upstream = new FakeUpstream();
    private FakeStore store = new FakeStore();
    private final Told told = new Told();

    /** Writes down what it is told, a line each. */
    private static final class Told implements RangeVisitor {

        final List<String> lines = new ArrayList<>();

        @Override
        public void begin(DateRange range) {
            lines.clear();
        }

        @Override
        public void waiting() {
            // Listens on.
        }

        @Override
        public void day(Day<?> day) {
            lines.add(day.date() + " " + ((ActivityDay) day).steps());
        }

        @Override
        public void missing(LocalDate date, Absence why) {
            String failure = why instanceof Absence.Failed failed
                    ? " " + failed.failure().word()
                    : "";
            lines.add(date + " " + why.getClass().getSimpleName() + failure);
        }

        @Override
        public void end() {
            lines.add("end");
        }
    }

    private RangeReading reading(LocalDate from, LocalDate to) {
        return reading(from, to, RequestDirectives.NONE);
    }

    private RangeReading reading(LocalDate from, LocalDate to, RequestDirectives directives) {
        ProxyConfig settings = Settings.of(Map.of("proxy.upstream-timeout", "1S"));
        Finisher finisher = new Finisher(day -> new byte[0], settings);
        BestDays best = new BestDays(store, new Sources(List.of(), List.of(), List.of()));
        RangePieces pieces = new RangePieces(
                store,
                best,
                finisher,
                FakeDays.of(upstream, store, settings, clock),
                FakeDays.flights(),
                settings,
                clock);
        LocatedPerson whose = new LocatedPerson(Person.ME, upstream, ZoneOffset.UTC, TODAY);
        return new RangeReading(best, finisher, pieces, whose, new DateRange(from, to), directives);
    }

    private void stored(LocalDate date, int steps, Instant fetchedAt) {
        stored(date, FakeUpstream.steps(steps), fetchedAt);
    }

    private void stored(LocalDate date, Parts parts, Instant fetchedAt) {
        store.days.put(date, raw(date, parts, fetchedAt));
    }

    private static RawDay raw(LocalDate date, Parts parts, Instant fetchedAt) {
        return new RawDay(new DayKey(Person.ME, "fake", "activities", date), fetchedAt, ZoneOffset.UTC, null, parts);
    }

    private static UpstreamException unavailable() {
        return new UpstreamException(new Unavailable("It is down.", null));
    }

    @Test
    void tellsStoredDaysOneByOneHoweverLongTheRange() {
        LocalDate from = TODAY.minusDays(3900);
        List<LocalDate> heard = new ArrayList<>();
        store = new FakeStore() {
            private int readings;

            /** Makes each day only when its turn comes, and the next only after the last was told. */
            @Override
            public void forEach(
                    Person person, String upstream, String kind, DateRange range, Consumer<RawDay> visitor) {
                boolean telling = ++readings == 2;
                range.stream().forEach(date -> {
                    visitor.accept(raw(date, FakeUpstream.steps(1), clock.instant()));
                    if (telling) {
                        assertThat(heard.get(heard.size() - 1)).isEqualTo(date);
                    }
                });
            }
        };
        reading(from, TODAY.minusDays(20)).tell(new Dates(heard));
        assertThat(heard).hasSize(3881).isSorted();
        assertThat(upstream.asked).isEmpty();
    }

    private record Dates(List<LocalDate> heard) implements RangeVisitor {

        @Override
        public void begin(DateRange range) {}

        @Override
        public void waiting() {
            throw new AssertionError("everything is there");
        }

        @Override
        public void day(Day<?> day) {
            heard.add(day.date());
        }

        @Override
        public void missing(LocalDate date, Absence why) {
            throw new AssertionError(date);
        }

        @Override
        public void end() {}
    }

    @Test
    void fetchesWhatIsMissingNewestFirstAndKeepsIt() {
        stored(OLD.plusDays(3), 42, clock.instant());
        reading(OLD, OLD.plusDays(14)).tell(told);
        assertThat(upstream.asked)
                .containsExactly(new DateRange(OLD.plusDays(5), OLD.plusDays(14)), new DateRange(OLD, OLD.plusDays(4)));
        assertThat(told.lines).hasSize(16).contains(OLD + " 7", OLD.plusDays(3) + " 42");
        assertThat(store.days).hasSize(15);
        reading(OLD, OLD.plusDays(14)).tell(told);
        assertThat(upstream.asked).hasSize(2);
    }

    @Test
    void answersAStaleDayWhenTheCloudFailsAndNamesTheOthers() {
        stored(TODAY.minusDays(1), 42, clock.instant().minus(Duration.ofHours(20)));
        upstream.tells = date -> {
            throw unavailable();
        };
        reading(TODAY.minusDays(2), TODAY.plusDays(1)).tell(told);
        assertThat(told.lines)
                .containsExactly(
                        "2026-11-19 Failed unavailable",
                        "2026-11-20 42",
                        "2026-11-21 Failed unavailable",
                        "2026-11-22 Future",
                        "end");
    }

    @Test
    void stopsAskingAfterAFailureButNotAfterAnAnswerThatMakesNoSense() {
        LocalDate to = OLD.plusDays(29);
        upstream.tells = date -> {
            if (date.isAfter(OLD.plusDays(19))) {
                throw new UpstreamException(new Unreadable("A page of HTML."));
            }
            return FakeUpstream.steps(1);
        };
        reading(OLD, to).tell(told);
        assertThat(upstream.asked).hasSize(3);
        assertThat(told.lines).contains(OLD.plusDays(19) + " 1", to + " Failed unreadable");

        upstream.asked.clear();
        store.days.clear();
        upstream.tells = date -> {
            if (date.isBefore(OLD.plusDays(20))) {
                throw new UpstreamException(
                        new RateLimited("Used up.", clock.instant().plusSeconds(60)));
            }
            return FakeUpstream.steps(1);
        };
        reading(OLD, to).tell(told);
        assertThat(upstream.asked).hasSize(2);
        assertThat(told.lines)
                .contains(to + " 1", OLD + " Failed ratelimited", OLD.plusDays(15) + " Failed ratelimited");
    }

    @Test
    void asksForABoundedNumberOfCallsAndGoesOnNextTime() {
        LocalDate to = OLD.plusDays(399);
        reading(OLD, to).tell(told);
        assertThat(upstream.asked).hasSize(RangeFetch.MOST_CALLS);
        assertThat(told.lines)
                .contains(OLD + " NotFetched", OLD.plusDays(99) + " NotFetched", OLD.plusDays(100) + " 7");
        reading(OLD, to).tell(told);
        assertThat(upstream.asked).hasSize(40);
        assertThat(told.lines).contains(OLD + " 7").noneMatch(line -> line.contains("NotFetched"));
    }

    @Test
    void neverAsksForAClientThatWantsStoredDaysOnly() {
        stored(OLD, 42, clock.instant());
        reading(OLD, OLD.plusDays(1), RequestDirectives.parse("only-if-cached")).tell(told);
        assertThat(told.lines).containsExactly("2025-01-01 42", "2025-01-02 NotStored", "end");
        assertThat(upstream.asked).isEmpty();
    }

    @Test
    void asksAgainForUnsettledDaysOnlyWhenTheClientSaysNoCache() {
        stored(OLD, 42, clock.instant());
        stored(TODAY.minusDays(1), 42, clock.instant());
        reading(OLD, OLD, RequestDirectives.parse("no-cache")).tell(told);
        assertThat(upstream.asked).isEmpty();
        reading(TODAY.minusDays(1), TODAY.minusDays(1), RequestDirectives.parse("no-cache"))
                .tell(told);
        assertThat(upstream.asked).hasSize(1);
        assertThat(told.lines).containsExactly("2026-11-20 7", "end");
    }

    @Test
    void answersADayThatIsStillBeingComputedWithoutStoringIt() {
        upstream.tells = date -> FakeUpstream.PENDING;
        reading(TODAY, TODAY).tell(told);
        assertThat(told.lines).containsExactly("2026-11-21 null", "end");
        assertThat(store.days).isEmpty();

        stored(TODAY, 42, clock.instant().minus(Duration.ofHours(1)));
        reading(TODAY, TODAY).tell(told);
        assertThat(told.lines).containsExactly("2026-11-21 42", "end");
    }

    @Test
    void keepsAWholeVersionRatherThanAPoorerOne() {
        LocalDate yesterday = TODAY.minusDays(1);
        stored(yesterday, 42, clock.instant().minus(Duration.ofHours(20)));
        upstream.tells =
                date -> new Parts(new TreeMap<>(FakeUpstream.steps(7).received()), new TreeSet<>(List.of("heart")));
        reading(yesterday, TODAY).tell(told);
        assertThat(told.lines).containsExactly("2026-11-20 42", "2026-11-21 7", "end");
    }

    @Test
    void namesADayThatTheCloudLeftOut() {
        upstream.tells = date ->
                date.equals(OLD) ? new Parts(new TreeMap<>(), new TreeSet<>(List.of("steps"))) : FakeUpstream.steps(7);
        reading(OLD, OLD.plusDays(1)).tell(told);
        assertThat(told.lines).containsExactly("2025-01-01 Failed unavailable", "2025-01-02 7", "end");
    }

    @Test
    void answersFromMemoryWhatCannotBeStoredAndAsksForNoMoreOfIt() {
        store.writable = false;
        reading(OLD, OLD.plusDays(14)).tell(told);
        assertThat(upstream.asked).hasSize(1);
        assertThat(told.lines).contains(OLD.plusDays(14) + " 7", OLD.plusDays(4) + " NotFetched");
    }

    @Test
    void namesEveryDayWhenTheStoreCannotBeRead() {
        store.readable = false;
        reading(OLD, OLD.plusDays(1)).tell(told);
        assertThat(told.lines).containsExactly("2025-01-01 StoreFailed", "2025-01-02 StoreFailed", "end");
    }

    @Test
    void saysBeforeTheAnswerBeginsThatNobodyIsConnected() {
        upstream.tells = date -> {
            throw new UpstreamException(new NotConnected("Nobody has connected this person yet."));
        };
        assertThat(reading(OLD, TODAY).ask()).isInstanceOf(NotConnected.class);
        assertThat(reading(TODAY.plusDays(1), TODAY.plusDays(2)).ask()).isNull();
    }

    @Test
    void endsTheWorkWhenNobodyListens() {
        RangeVisitor gone = new Gone();
        assertThatThrownBy(() -> reading(OLD, OLD.plusDays(99)).tell(gone)).isInstanceOf(IllegalStateException.class);
        assertThat(upstream.asked).hasSize(1);
    }

    private static final class Gone implements RangeVisitor {

        @Override
        public void begin(DateRange range) {}

        @Override
        public void waiting() {
            throw new IllegalStateException("gone");
        }

        @Override
        public void day(Day<?> day) {}

        @Override
        public void missing(LocalDate date, Absence why) {}

        @Override
        public void end() {}
    }
}
