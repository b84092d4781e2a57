package io.github.fitbitproxy.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SleepDiaryTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final Instant LATER = Instant.parse("2030-01-01T12:00:00Z");

    @Property(tries = 2000)
    boolean endsEveryLogOnItsDayAndHasOneLongestMainSleep(
            @ForAll long seed, @ForAll @IntRange(max = 3) int wearer, @ForAll @IntRange(max = 1500) int day) {
        LocalDate date = FIRST.plusDays(day);
        List<SleepLog> logs = life(seed, wearer).sleep(date, LATER);
        int longest = logs.stream().mapToInt(SleepLog::minutesInBed).max().orElse(0);
        return logs.stream()
                        .allMatch(log -> log.dateOfSleep().equals(date)
                                && log.end().toLocalDate().equals(date))
                && logs.stream().filter(SleepLog::mainSleep).count() == Math.min(1, logs.size())
                && logs.stream().filter(SleepLog::mainSleep).allMatch(main -> main.minutesInBed() == longest);
    }

    @Property(tries = 2000)
    void keepsTheRelationsOfRealLogs(
            @ForAll long seed, @ForAll @IntRange(max = 3) int wearer, @ForAll @IntRange(max = 1500) int day) {
        for (SleepLog log : life(seed, wearer).sleep(FIRST.plusDays(day), LATER)) {
            long span = Duration.between(log.start(), log.end()).toSeconds();
            int told = log.segments().stream().mapToInt(Segment::seconds).sum();
            assertThat(span / 60).isEqualTo(log.minutesInBed());
            assertThat(told).isEqualTo(log.stages() ? (int) span : log.minutesInBed() * 60);
            assertThat(Duration.between(log.startedAt(), log.endedAt()).toSeconds())
                    .isEqualTo(span);
            assertThat(log.id()).isGreaterThan(Integer.MAX_VALUE);
            assertContiguous(log);
            assertWakesInside(log);
            assertTotals(log);
        }
    }

    @Test
    void hasEveryOddDayInAFewYears() {
        List<List<SleepLog>> days = days(PresetWearers.ALEX);
        Stream<SleepLog> logs = days.stream().flatMap(List::stream);

        assertThat(days).anyMatch(List::isEmpty);
        assertThat(days).anyMatch(day -> day.size() == 4);
        assertThat(days).anyMatch(day -> day.size() == 1 && day.get(0).minutesInBed() < 180);
        assertThat(days)
                .anyMatch(day ->
                        day.stream().filter(log -> log.minutesInBed() > 90).count() == 2);
        assertThat(logs.map(SleepLog::infoCode)).contains(0, 1, 2);
    }

    @Test
    void givesEachLogItsOwnId() {
        for (Wearer wearer : PresetWearers.ALL) {
            Set<Long> ids = new HashSet<>();
            assertThat(days(wearer).stream().flatMap(List::stream)).allMatch(log -> ids.add(log.id()));
        }
    }

    @Test
    void tellsClassicOnlyOnTheOldDevice() {
        assertThat(days(PresetWearers.BILLIE).stream().flatMap(List::stream))
                .noneMatch(SleepLog::stages)
                .anyMatch(log -> log.minutesToFallAsleep() > 0)
                .anyMatch(log -> log.minutesAfterWakeup() > 0)
                .anyMatch(SleepLog::manual);
    }

    @Test
    void keepsTheOffsetOfTheStartThroughAClockChange() {
        ZoneId berlin = PresetWearers.ALEX.home();
        for (LocalDate change : List.of(LocalDate.of(2025, 3, 30), LocalDate.of(2025, 10, 26))) {
            SleepLog night = nightOf(change);
            LocalDateTime civilEnd = LocalDateTime.ofInstant(night.endedAt(), berlin);

            assertThat(night.end()).isEqualTo(civilEnd.plusHours(change.getMonthValue() == 3 ? -1 : 1));
            assertThat(Duration.between(night.start(), night.end()))
                    .isEqualTo(Duration.between(night.startedAt(), night.endedAt()));
        }
    }

    @Test
    void repeatsItselfWhateverWasAskedBefore() {
        WearerLife fresh = new WearerLife(7, PresetWearers.ALEX);
        WearerLife used = new WearerLife(7, PresetWearers.ALEX);
        FIRST.datesUntil(FIRST.plusDays(30)).forEach(date -> used.sleep(date.plusDays(90), LATER));

        FIRST.datesUntil(FIRST.plusDays(30))
                .forEach(date -> assertThat(used.sleep(date, LATER)).isEqualTo(fresh.sleep(date, LATER)));
        assertThat(new WearerLife(8, PresetWearers.ALEX).sleep(FIRST, LATER)).isNotEqualTo(fresh.sleep(FIRST, LATER));
    }

    /** A night that spans the change, under whichever seed has one. */
    private static SleepLog nightOf(LocalDate change) {
        ZonedDateTime midnight = change.atStartOfDay(PresetWearers.ALEX.home());
        return Stream.iterate(1L, seed -> seed + 1)
                .flatMap(seed -> new WearerLife(seed, PresetWearers.ALEX).sleep(change, LATER).stream())
                .filter(log -> log.startedAt().isBefore(midnight.toInstant()) && log.minutesInBed() > 300)
                .findFirst()
                .orElseThrow();
    }

    private static void assertContiguous(SleepLog log) {
        int position = 0;
        for (Segment segment : log.segments()) {
            assertThat(segment.offsetSeconds()).isEqualTo(position);
            assertThat(segment.seconds()).isPositive();
            assertThat(segment.seconds() % (log.stages() ? 30 : 60)).isZero();
            position += segment.seconds();
        }
    }

    private static void assertWakesInside(SleepLog log) {
        int free = 0;
        for (Segment wake : log.shortWakes()) {
            assertThat(wake.seconds()).isBetween(30, 180);
            assertThat(wake.offsetSeconds()).isGreaterThan(free);
            assertThat(log.segments())
                    .anyMatch(segment -> segment.level() != Level.WAKE
                            && segment.offsetSeconds() < wake.offsetSeconds()
                            && segment.endSeconds() > wake.endSeconds());
            free = wake.endSeconds();
        }
    }

    private static void assertTotals(SleepLog log) {
        LevelTotals totals = LevelTotals.of(log);
        int minutes =
                totals.minutes().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(minutes).isEqualTo(log.minutesInBed());
        assertThat(totals.minutes(log.stages() ? Level.LIGHT : Level.ASLEEP)).isPositive();
        List<Segment> runs = LevelTotals.overlay(log.segments(), log.shortWakes());
        for (Level level : totals.counts().keySet()) {
            List<Segment> ofLevel =
                    runs.stream().filter(run -> run.level() == level).toList();
            assertThat(totals.count(level)).isEqualTo(ofLevel.size());
            assertThat(totals.minutes(level) * 60
                            - ofLevel.stream().mapToInt(Segment::seconds).sum())
                    .isBetween(-59, 59);
        }
    }

    private static List<List<SleepLog>> days(Wearer wearer) {
        WearerLife life = new WearerLife(1, wearer);
        return FIRST.datesUntil(FIRST.plusYears(4))
                .map(date -> life.sleep(date, LATER))
                .toList();
    }

    private static WearerLife life(long seed, int wearer) {
        return new WearerLife(seed, PresetWearers.ALL.get(wearer));
    }
}
