package io.github.fitbitproxy.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a moment leaves out of the days. */
class ToldDaysTest {

    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2030-01-01T12:00:00Z");

    @Property(tries = 1500)
    void tellsNothingPastTheLastSync(
            @ForAll long seed, @ForAll @IntRange(max = 4) int wearer, @ForAll @IntRange(max = 1_000_000) int minute) {
        WearerLife life = new WearerLife(seed, PresetWearers.ALL.get(wearer));
        Instant now = BEGIN.plus(Duration.ofMinutes(minute));
        LocalDate today = life.today(now);
        Instant synced = life.lastSync(now).orElse(Instant.EPOCH);

        assertThat(synced).isBeforeOrEqualTo(now);
        for (LocalDate date = today.minusDays(3); date.isBefore(today.plusDays(2)); date = date.plusDays(1)) {
            assertThat(life.sleep(date, now)).allMatch(log -> !log.endedAt().isAfter(synced));
            if (date.isAfter(LocalDate.ofInstant(synced, life.zone(synced)))) {
                assertThat(life.activity(date, now).told()).isFalse();
            }
        }
        assertThat(life.sleep(today.plusDays(1), now)).isEmpty();
        assertThat(life.activity(today.plusDays(1), now).caloriesOut()).isZero();
    }

    @Property(tries = 60)
    void onlyGrows(@ForAll long seed, @ForAll @IntRange(max = 4) int wearer, @ForAll @IntRange(max = 690) int day) {
        WearerLife life = new WearerLife(seed, PresetWearers.ALL.get(wearer));
        LocalDate date = LocalDate.of(2025, 1, 3).plusDays(day);
        List<SleepLog> before = List.of();
        ActivityDay grown = ActivityDay.filler(0, 0);
        Instant now = date.minusDays(1).atTime(12, 0).atZone(ZoneId.of("UTC")).toInstant();
        for (int step = 0; step < 200; step++) {
            now = now.plus(Duration.ofMinutes(37));
            List<SleepLog> sleep = new ArrayList<>(life.sleep(date, now));
            ActivityDay activity = life.activity(date, now);

            assertThat(sleep).containsAll(before);
            assertThat(activity.steps()).isGreaterThanOrEqualTo(grown.steps());
            assertThat(activity.caloriesOut()).isGreaterThanOrEqualTo(grown.caloriesOut());
            before = sleep;
            grown = activity;
        }
        assertThat(before).isEqualTo(life.sleep(date, LATER));
    }

    @Test
    void syncsEveryQuarterOfAnHourWhileAwake() {
        WearerLife life = new WearerLife(1, PresetWearers.ALEX);
        for (int minutes = 0; minutes < 8 * 60; minutes += 7) {
            Instant now = Instant.parse("2026-11-20T11:00:00Z").plus(Duration.ofMinutes(minutes));

            assertThat(life.lastSync(now).orElseThrow()).isAfter(now.minusSeconds(16 * 60));
        }
    }

    @Test
    void tellsTonightOnlyOnceItEndedAndWasSynced() {
        WearerLife life = new WearerLife(1, PresetWearers.ALEX);
        LocalDate date = LocalDate.of(2026, 11, 20);
        SleepLog night = life.sleep(date, LATER).stream()
                .filter(SleepLog::mainSleep)
                .findFirst()
                .orElseThrow();

        assertThat(life.sleep(date, night.endedAt().minusSeconds(1))).isEmpty();
        assertThat(life.sleep(date, night.endedAt().plusSeconds(16 * 60))).contains(night);
    }

    @Test
    void lagsUpToTwoDaysBehindForTheLateSyncer() {
        WearerLife life = new WearerLife(1, PresetWearers.DANA);
        Duration longest = Duration.ZERO;
        for (int hour = 0; hour < 24 * 14; hour++) {
            Instant now = Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofHours(hour));
            Duration lag = Duration.between(life.lastSync(now).orElseThrow(), now);
            longest = lag.compareTo(longest) > 0 ? lag : longest;
        }

        assertThat(longest).isBetween(Duration.ofHours(46), Duration.ofDays(4));
    }

    @Test
    void movesTheTravellersZone() {
        WearerLife life = new WearerLife(1, PresetWearers.CHRIS);
        List<ZoneId> zones = new ArrayList<>();
        for (int day = 0; day < 200; day++) {
            ZoneId zone = life.zone(BEGIN.plus(Duration.ofDays(day)));
            if (zones.isEmpty() || !zones.get(zones.size() - 1).equals(zone)) {
                zones.add(zone);
            }
        }

        assertThat(zones)
                .contains(ZoneId.of("Asia/Tokyo"), ZoneId.of("America/New_York"), ZoneId.of("Europe/Berlin"))
                .hasSizeBetween(9, 13);
    }

    @Test
    void sleepsAtNightWhereverTheTravellerIs() {
        WearerLife life = new WearerLife(1, PresetWearers.CHRIS);
        for (LocalDate date = LocalDate.of(2025, 1, 1); date.getYear() == 2025; date = date.plusDays(1)) {
            for (SleepLog log : life.sleep(date, LATER)) {
                ZoneId zone = life.zone(log.startedAt());
                assertThat(log.start()).isEqualTo(log.startedAt().atZone(zone).toLocalDateTime());
            }
        }
    }
}
