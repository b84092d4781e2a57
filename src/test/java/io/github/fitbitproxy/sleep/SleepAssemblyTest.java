package io.github.fitbitproxy.sleep;

import static io.github.fitbitproxy.sleep.Sleeps.counted;
import static io.github.fitbitproxy.sleep.Sleeps.flagged;
import static io.github.fitbitproxy.sleep.Sleeps.sleep;
import static io.github.fitbitproxy.sleep.Sleeps.unprocessed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Stages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SleepAssemblyTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 2);
    private static final Instant FETCHED_AT = Instant.parse("2024-03-02T20:00:00Z");

    private final RecordedSleep night = sleep("night", "2024-03-01T23:00:00+01:00", "2024-03-02T06:00:00+01:00");
    private final RecordedSleep nap = sleep("nap", "2024-03-02T14:00:00+01:00", "2024-03-02T14:30:00+01:00");
    private final RecordedSleep running = sleep("running", "2024-03-02T19:00:00+01:00", null);

    @Test
    void knowsNothingOfADayWithoutLogs() {
        SleepDay day = day();

        assertThat(day.status()).isEqualTo(DayStatus.FINAL);
        assertThat(day.logs()).isEmpty();
        assertThat(day.naps()).isNull();
        assertThat(day.totalMinutesAsleep()).isNull();
        assertThat(day.minutesAsleep()).isNull();
        assertThat(day.minutesInBed()).isNull();
    }

    @Test
    void staysPartialWhileARecordingIsMissing() {
        SleepDay day = SleepAssembly.assemble(DAY, new SleepRecordings(List.of(night), false), "any", FETCHED_AT, null);

        assertThat(day.status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(day.minutesInBed()).isEqualTo(420);
    }

    @Test
    void takesTheLongestForTheNightWhereNobodySays() {
        assertThat(mainOf(nap, night)).containsExactly("night");
    }

    @Test
    void believesTheFlagMoreThanTheLength() {
        assertThat(mainOf(flagged(nap, true, null), flagged(night, false, null)))
                .containsExactly("nap");
    }

    @Test
    void takesTheLongestOfSeveralFlagged() {
        assertThat(mainOf(flagged(nap, true, null), flagged(night, true, null))).containsExactly("night");
    }

    @Test
    void neverTakesWhatIsCalledANapForTheNight() {
        SleepDay day = day(flagged(night, null, true));

        assertThat(day.logs()).extracting(SleepLog::mainSleep).containsExactly(false);
        assertThat(day.minutesInBed()).isNull();
        assertThat(day.startTime()).isNull();
        assertThat(day.naps()).isEqualTo(new SleepDay.Naps(1, 0));
        assertThat(mainOf(flagged(night, null, true), nap)).containsExactly("nap");
    }

    @Test
    void prefersASleepThatHasEndedToARunningOne() {
        SleepDay day = day(running, nap);

        assertThat(day.logs())
                .filteredOn(SleepLog::mainSleep)
                .extracting(SleepLog::id)
                .containsExactly("nap");
        assertThat(day.status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(day.naps()).isEqualTo(new SleepDay.Naps(0, 0));
    }

    @Test
    void tellsOfARunningNightWhatIsKnown() {
        SleepDay day = day(running);

        assertThat(day.status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(day.startTime()).isEqualTo(running.start());
        assertThat(day.endTime()).isNull();
        assertThat(day.minutesInBed()).isNull();
        assertThat(day.totalMinutesAsleep()).isNull();
        assertThat(day.naps()).isEqualTo(new SleepDay.Naps(0, 0));
    }

    @Test
    void countsAnUnprocessedNightAsTheNight() {
        SleepDay day = day(unprocessed(night), nap);

        assertThat(day.status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(day.minutesInBed()).isEqualTo(420);
        assertThat(day.minutesAsleep()).isNull();
        assertThat(day.efficiency()).isNull();
    }

    @Test
    void drawsTheLineOfNapsAtThreeHours() {
        RecordedSleep shorter = sleep("shorter", "2024-03-02T08:00:00+01:00", "2024-03-02T10:59:00+01:00");
        RecordedSleep half = sleep("half", "2024-03-02T12:00:00+01:00", "2024-03-02T15:00:00+01:00");

        assertThat(day(night, shorter, half).naps()).isEqualTo(new SleepDay.Naps(1, 0));
    }

    @Test
    void believesTheWordForNapsWhereThereIsOne() {
        RecordedSleep half = sleep("half", "2024-03-02T12:00:00+01:00", "2024-03-02T16:00:00+01:00");

        assertThat(day(night, flagged(half, null, true), flagged(nap, null, false))
                        .naps())
                .isEqualTo(new SleepDay.Naps(1, 0));
    }

    @Test
    void measuresElapsedTimeAcrossAChangeOfOffset() {
        RecordedSleep flight = sleep("flight", "2024-03-01T23:00:00+01:00", "2024-03-02T03:00:30-05:00");

        assertThat(day(flight).minutesInBed()).isEqualTo(601);
        assertThat(day(flight).endTime()).isEqualTo(flight.end());
    }

    @Test
    void letsSegmentsDecideStagesAndStatedMinutesStandIn() {
        SleepMinutes stated = new SleepMinutes(400, 20, new Stages(60, 240, 100, 20), null);
        List<Segment> segments = List.of(
                new Segment(Level.LIGHT, night.start(), 90),
                new Segment(Level.REM, night.start().plusSeconds(90), 60));
        List<ShortWake> wakes = List.of(new ShortWake(night.start().plusSeconds(80), 40));

        assertThat(day(counted(night, SleepLog.Type.STAGES, segments, wakes, stated))
                        .stages())
                .isEqualTo(new Stages(0, 1, 1, 1));
        assertThat(day(counted(night, SleepLog.Type.STAGES, List.of(), wakes, stated))
                        .stages())
                .isEqualTo(stated.stages());
    }

    @Test
    void roundsSumsFromTheirSeconds() {
        List<Segment> segments = List.of(
                new Segment(Level.LIGHT, night.start(), 89),
                new Segment(Level.DEEP, night.start().plusSeconds(89), 30));
        SleepDay day = day(counted(night, SleepLog.Type.STAGES, segments, List.of(), SleepMinutes.UNKNOWN));

        assertThat(day.stages()).isEqualTo(new Stages(1, 1, 0, 0));
        assertThat(day.minutesAsleep()).isEqualTo(2);
        assertThat(day.minutesAwake()).isZero();
    }

    private static SleepDay day(RecordedSleep... sleeps) {
        return SleepAssembly.assemble(DAY, new SleepRecordings(List.of(sleeps), true), "any", FETCHED_AT, null);
    }

    private static List<String> mainOf(RecordedSleep... sleeps) {
        return day(sleeps).logs().stream()
                .filter(SleepLog::mainSleep)
                .map(SleepLog::id)
                .toList();
    }
}
