package io.github.fitbitproxy.sleep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.SleepTimeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineAssemblyTest {

    private static final LocalDate DATE = LocalDate.parse("2026-06-02");
    private static final Instant FETCHED = Instant.parse("2026-06-02T09:00:00Z");
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-06-02T01:00:00+02:00");

    private static SleepTimeline timeline(RecordedSleep... sleeps) {
        return TimelineAssembly.assemble(DATE, new SleepRecordings(List.of(sleeps), true), "fitbit", FETCHED);
    }

    @Test
    void laysShortWakesOverSegments() {
        RecordedSleep sleep = Sleeps.counted(
                Sleeps.sleep("1", "2026-06-02T01:00:00+02:00", "2026-06-02T02:00:00+02:00"),
                SleepLog.Type.STAGES,
                List.of(new Segment(Level.LIGHT, START, 1800), new Segment(Level.REM, START.plusMinutes(30), 1800)),
                List.of(new ShortWake(START.plusMinutes(29), 120)),
                SleepMinutes.UNKNOWN);
        SleepTimeline timeline = timeline(sleep);
        assertThat(timeline.status()).isEqualTo(DayStatus.FINAL);
        assertThat(timeline.logs()).singleElement().satisfies(log -> {
            assertThat(log.id()).isEqualTo("1");
            assertThat(log.mainSleep()).isTrue();
            assertThat(log.type()).isEqualTo(SleepLog.Type.STAGES);
            assertThat(log.segments())
                    .containsExactly(
                            new SleepTimeline.Segment(START, 1740, "light"),
                            new SleepTimeline.Segment(START.plusMinutes(29), 120, "wake"),
                            new SleepTimeline.Segment(START.plusMinutes(31), 1740, "rem"));
        });
    }

    @Test
    void tellsAClassicLogInItsOwnWords() {
        RecordedSleep sleep = Sleeps.counted(
                Sleeps.sleep("1", "2026-06-02T01:00:00+02:00", "2026-06-02T02:00:00+02:00"),
                SleepLog.Type.CLASSIC,
                List.of(
                        new Segment(Level.ASLEEP, START, 60),
                        new Segment(Level.RESTLESS, START.plusMinutes(1), 60),
                        new Segment(Level.AWAKE, START.plusMinutes(2), 60)),
                List.of(),
                SleepMinutes.UNKNOWN);
        assertThat(timeline(sleep).logs().get(0).segments())
                .extracting(SleepTimeline.Segment::stage)
                .containsExactly("asleep", "restless", "awake");
    }

    @Test
    void hasTheLogsOfTheDayInTheOrderOfTheDay() {
        RecordedSleep night = Sleeps.sleep("1", "2026-06-02T00:00:00+02:00", "2026-06-02T07:00:00+02:00");
        RecordedSleep nap = Sleeps.sleep("2", "2026-06-02T14:00:00+02:00", "2026-06-02T14:30:00+02:00");
        RecordedSleep again = Sleeps.sleep("1", "2026-06-02T00:00:00+02:00", "2026-06-02T06:00:00+02:00");
        RecordedSleep tomorrow = Sleeps.sleep("3", "2026-06-02T23:00:00+02:00", "2026-06-03T06:00:00+02:00");
        assertThat(timeline(tomorrow, nap, night, again).logs())
                .extracting(SleepTimeline.Log::id)
                .containsExactly("1", "2");
    }

    @Test
    void staysPartialWhileASleepIsRunning() {
        assertThat(timeline(Sleeps.sleep("1", "2026-06-02T01:00:00+02:00", null))
                        .status())
                .isEqualTo(DayStatus.PARTIAL);
        assertThat(TimelineAssembly.assemble(DATE, SleepRecordings.UNKNOWN, "fitbit", FETCHED)
                        .status())
                .isEqualTo(DayStatus.PARTIAL);
    }
}
