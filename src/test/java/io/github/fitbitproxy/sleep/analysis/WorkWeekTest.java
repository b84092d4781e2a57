package io.github.fitbitproxy.sleep.analysis;

import static io.github.fitbitproxy.sleep.analysis.TestNights.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.analysis.ChronotypeMetric;
import io.github.fitbitproxy.model.analysis.SocialJetlagMetric;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkWeekTest {

    private static final Set<DayOfWeek> MON_TO_FRI = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** A week from Monday to Sunday, worked on its first five days. */
    private static WorkWeek week(String workNight, String freeNight) {
        return new WorkWeek(
                times(workNight, workNight, workNight, workNight, workNight, freeNight, freeNight),
                Assumptions.of(null, MON_TO_FRI));
    }

    /** SDw = 420, mid-sleep 02:30; SDf = 540, mid-sleep 05:00. SDweek = (420 x 5 + 540 x 2) / 7 = 454.286. */
    private static final WorkWeek SHORT_OF_SLEEP = week("23:00-06:00", "00:30-09:30");

    /** SDw = 480, mid-sleep 02:00; SDf = 420, mid-sleep 03:30. SDweek = (480 x 5 + 420 x 2) / 7 = 462.857. */
    private static final WorkWeek SHORT_WEEKENDS = week("22:00-06:00", "00:00-07:00");

    @Test
    void measuresSocialJetlag() {
        // 05:00 - 02:30 = 150 minutes; 03:30 - 02:00 = 90.
        SocialJetlagMetric jetlag = SHORT_OF_SLEEP.socialJetlag();
        assertThat(jetlag.value()).isEqualTo(150.0);
        assertThat(jetlag.relative()).isEqualTo(150.0);
        assertThat(jetlag.midSleepWorkDays()).isEqualTo("02:30");
        assertThat(jetlag.midSleepFreeDays()).isEqualTo("05:00");
        assertThat(jetlag.workNights()).isEqualTo(5);
        assertThat(jetlag.freeNights()).isEqualTo(2);
        assertThat(SHORT_WEEKENDS.socialJetlag().value()).isEqualTo(90.0);
    }

    @Test
    void goesTheShorterWayRoundMidnight() {
        // Mid-sleep 00:30 on work days, 23:30 on free days: an hour earlier, not 23 hours later.
        SocialJetlagMetric jetlag = week("21:30-03:30", "20:30-02:30").socialJetlag();
        assertThat(jetlag.value()).isEqualTo(60.0);
        assertThat(jetlag.relative()).isEqualTo(-60.0);
    }

    @Test
    void correctsTheChronotypeForCatchingUp() {
        // 05:00 - (540 - 454.286) / 2 = 05:00 - 42.86 minutes = 04:17.
        ChronotypeMetric type = SHORT_OF_SLEEP.chronotype();
        assertThat(type.value()).isEqualTo("04:17");
        assertThat(type.midSleepFreeDays()).isEqualTo("05:00");
        assertThat(type.sleepDurationWorkDays()).isEqualTo(420.0);
        assertThat(type.sleepDurationFreeDays()).isEqualTo(540.0);
        // Nothing to correct where free days are not longer.
        assertThat(SHORT_WEEKENDS.chronotype().value()).isEqualTo("03:30");
    }

    @Test
    void addsUpTheSleepLostInAWeek() {
        // On work days: (454.286 - 420) x 5 = 171.4. On free days: (462.857 - 420) x 2 = 85.7.
        assertThat(SHORT_OF_SLEEP.weeklySleepLoss().value()).isEqualTo(171.4);
        assertThat(SHORT_OF_SLEEP.weeklySleepLoss().sleepDurationWeek()).isEqualTo(454.3);
        assertThat(SHORT_WEEKENDS.weeklySleepLoss().value()).isEqualTo(85.7);
    }

    @Test
    void callsAGuessAGuess() {
        Nights nights = times("23:00-06:00", "23:00-06:00", "23:00-06:00", "-", "-", "00:30-09:30", "00:30-09:30");
        WorkWeek guessed = new WorkWeek(nights, Assumptions.of(null, null));
        assertThat(guessed.socialJetlag().estimate()).isTrue();
        assertThat(guessed.weeklySleepLoss().estimate()).isTrue();
        assertThat(guessed.socialJetlag().parameters())
                .containsEntry("workDays", List.of("mon", "tue", "wed", "thu", "fri"))
                .containsEntry("workDaysStated", false);
        WorkWeek stated = new WorkWeek(nights, Assumptions.of(null, MON_TO_FRI));
        assertThat(stated.socialJetlag().estimate()).isFalse();
        assertThat(stated.weeklySleepLoss().estimate()).isFalse();
        // Alarms on free days are never known.
        assertThat(stated.chronotype().estimate()).isTrue();
    }

    @Test
    void takesTheCallersWorkDays() {
        WorkWeek weekend = new WorkWeek(
                times(
                        "00:30-09:30",
                        "00:30-09:30",
                        "00:30-09:30",
                        "00:30-09:30",
                        "23:00-06:00",
                        "23:00-06:00",
                        "23:00-06:00"),
                Assumptions.of(null, EnumSet.range(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)));
        assertThat(weekend.socialJetlag().relative()).isEqualTo(150.0);
        assertThat(weekend.socialJetlag().workNights()).isEqualTo(3);
    }

    @Test
    void needsThreeWorkNightsAndTwoFreeNights() {
        for (Nights few : List.of(
                times("23:00-06:00", "23:00-06:00", "-", "-", "-", "00:30-09:30", "00:30-09:30"),
                times("23:00-06:00", "23:00-06:00", "23:00-06:00", "-", "-", "00:30-09:30", "-"))) {
            WorkWeek week = new WorkWeek(few, Assumptions.of(null, MON_TO_FRI));
            assertThat(week.socialJetlag().value()).isNull();
            assertThat(week.chronotype().value()).isNull();
            assertThat(week.weeklySleepLoss().value()).isNull();
        }
    }

    @Test
    void hasNoFreeDaysToCompareWhereAllAreWorked() {
        WorkWeek always = new WorkWeek(
                times("23:00-06:00", "23:00-06:00", "23:00-06:00"),
                Assumptions.of(null, EnumSet.allOf(DayOfWeek.class)));
        assertThat(always.socialJetlag().value()).isNull();
        assertThat(always.socialJetlag().midSleepFreeDays()).isNull();
    }
}
