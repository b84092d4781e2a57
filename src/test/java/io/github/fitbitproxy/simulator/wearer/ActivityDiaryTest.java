package io.github.fitbitproxy.simulator.wearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.fitbitproxy.simulator.wearer.ActivityDay.Distances;
import io.github.fitbitproxy.simulator.wearer.ActivityDay.Zones;
import io.github.fitbitproxy.simulator.wearer.Workout.Sport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ActivityDiaryTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Instant LATER = Instant.parse("2030-01-01T12:00:00Z");

    @Property(tries = 1000)
    void addsUp(@ForAll long seed, @ForAll @IntRange(max = 3) int wearer, @ForAll @IntRange(max = 1500) int date) {
        ActivityDay day = new WearerLife(seed, PresetWearers.ALL.get(wearer)).activity(FIRST.plusDays(date), LATER);
        Distances distances = day.distances();

        assertThat(day.minutesSedentary() + day.minutesLight() + day.minutesFairly() + day.minutesVery())
                .isBetween(0, 1440);
        assertThat(day.caloriesOut()).isGreaterThanOrEqualTo(day.caloriesBasal() + day.marginalCalories());
        assertThat(day.activityCalories()).isGreaterThanOrEqualTo(day.marginalCalories());
        assertThat(distances.total())
                .isCloseTo(distances.very() + distances.fairly() + distances.light(), within(0.001))
                .isCloseTo(distances.tracker() + distances.logged(), within(0.001));
        Zones zones = day.zones();
        if (zones != null) {
            List<ActivityDay.Zone> all = List.of(zones.outOfRange(), zones.fatBurn(), zones.cardio(), zones.peak());
            assertThat(all).allMatch(zone -> zone.minutes() >= 0 && zone.caloriesOut() >= 0);
            assertThat(all.stream().mapToInt(ActivityDay.Zone::minutes).sum()).isBetween(1, 1440);
            assertThat(all.stream().mapToDouble(ActivityDay.Zone::caloriesOut).sum())
                    .isCloseTo(day.caloriesOut(), within(0.05));
        }
    }

    @Property(tries = 500)
    boolean leavesTheTimeInBedOutOfTheClasses(@ForAll long seed, @ForAll @IntRange(max = 1000) int date) {
        WearerLife life = new WearerLife(seed, PresetWearers.ALEX);
        LocalDate day = FIRST.plusDays(date);
        ActivityDay activity = life.activity(day, LATER);
        int minutes = activity.minutesSedentary()
                + activity.minutesLight()
                + activity.minutesFairly()
                + activity.minutesVery();
        boolean slept = !life.sleep(day, LATER).isEmpty();
        return !activity.told() || !slept || minutes < 1440;
    }

    @Test
    void isPlausibleOverAYear() {
        List<ActivityDay> days =
                year(PresetWearers.ALEX).filter(ActivityDay::told).toList();

        assertThat(days.stream().mapToInt(ActivityDay::steps).average().orElseThrow())
                .isBetween(7000.0, 13_000.0);
        assertThat(days).allMatch(day -> day.steps() > 500 && day.steps() < 40_000);
        assertThat(days).allMatch(day -> day.caloriesOut() > 1610 && day.caloriesOut() < 4500);
        assertThat(days.stream().flatMap(day -> day.workouts().stream()).map(Workout::sport))
                .contains(Sport.values());
        assertThat(days).anyMatch(day -> day.distances().logged() > 0);
        assertThat(days).anyMatch(day -> day.restingHeartRate() == null);
    }

    @Test
    void fillsADayWithoutTheDevice() {
        assertThat(year(PresetWearers.ALEX)).contains(ActivityDay.filler(1610, 1440));
    }

    @Test
    void knowsNothingBeforeTheWearerJoined() {
        LocalDate before = PresetWearers.ELI.memberSince().minusDays(1);

        assertThat(new WearerLife(1, PresetWearers.ELI).activity(before, LATER)).isEqualTo(ActivityDay.filler(0, 0));
    }

    @Test
    void hasNeitherFloorsNorZonesOnTheOldDevice() {
        assertThat(year(PresetWearers.BILLIE))
                .allMatch(day -> day.floors() == null && day.zones() == null && day.restingHeartRate() == null);
    }

    private static Stream<ActivityDay> year(Wearer wearer) {
        WearerLife life = new WearerLife(1, wearer);
        return FIRST.datesUntil(FIRST.plusYears(1)).map(date -> life.activity(date, LATER));
    }
}
