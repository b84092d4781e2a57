package io.github.fitbitproxy.sleep.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.sleep.DaySleep;
import io.github.fitbitproxy.sleep.Level;
import io.github.fitbitproxy.sleep.RecordedSleep;
import io.github.fitbitproxy.sleep.Segment;
import io.github.fitbitproxy.sleep.ShortWake;
import io.github.fitbitproxy.sleep.SleepMinutes;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordedDayTest {

    private static final LocalDate DATE = LocalDate.parse("2026-06-02");
    private static final OffsetDateTime ELEVEN = OffsetDateTime.parse("2026-06-01T23:00:00+02:00");

    private static RecordedSleep recorded(@Nullable OffsetDateTime end) {
        return new RecordedSleep(
                "1",
                SleepLog.Type.STAGES,
                DATE,
                ELEVEN,
                end,
                true,
                null,
                List.of(new Segment(Level.LIGHT, ELEVEN, 8 * 3600)),
                List.of(new ShortWake(ELEVEN.plusHours(1), 120)),
                SleepMinutes.UNKNOWN,
                null,
                null,
                null,
                end != null);
    }

    @Test
    void takesItsFiguresFromTheSameMinutesAsTheDay() {
        RecordedDay day = RecordedDay.of(DATE, List.of(new DaySleep(recorded(ELEVEN.plusHours(8)), true)));
        Episode sleep = day.night().orElseThrow().sleep();
        // 480 minutes, of which the short wake takes 2.
        assertThat(sleep.minutesAsleep()).isEqualTo(478);
        assertThat(sleep.minutesInBed()).isEqualTo(480);
        assertThat(sleep.hypnogram()).hasSize(3);
        assertThat(day.totalMinutesAsleep()).isEqualTo(478);
    }

    @Test
    void leavesOutASleepThatIsStillRunning() {
        RecordedDay day = RecordedDay.of(DATE, List.of(new DaySleep(recorded(null), true)));
        assertThat(day.episodes()).isEmpty();
        assertThat(new Nights(DateRange.of(DATE), List.of(day)).missing(0)).isEqualTo(1);
    }

    @Test
    void doesNotTakeANapForTheNight() {
        RecordedDay day = RecordedDay.of(DATE, List.of(new DaySleep(recorded(ELEVEN.plusHours(1)), false)));
        assertThat(day.night()).isEmpty();
        assertThat(day.naps()).hasSize(1);
        assertThat(day.totalMinutesAsleep()).isNull();
    }

    @Test
    void keepsToTheRange() {
        RecordedDay day = RecordedDay.of(DATE, List.of(new DaySleep(recorded(ELEVEN.plusHours(8)), true)));
        assertThat(new Nights(DateRange.of(DATE.plusDays(1)), List.of(day)).nights())
                .isEmpty();
    }
}
