package io.github.fitbitproxy.simulator.wearer;

import io.github.fitbitproxy.simulator.wearer.Wearer.Habits;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** When a wearer sleeps: the night that ends on a day, whole or in two parts, and the naps of that day. */
final class SleepPlan {

    private static final int SHORTEST_NIGHT_MINUTES = 240;
    private static final int LONGEST_NIGHT_MINUTES = 630;
    private static final double BROKEN_DAY_CHANCE = 0.008;

    private final long seed;
    private final Wearer wearer;
    private final Whereabouts whereabouts;

    SleepPlan(long seed, Wearer wearer, Whereabouts whereabouts) {
        this.seed = seed;
        this.wearer = wearer;
        this.whereabouts = whereabouts;
    }

    /** Whether the device stayed in the drawer, that day and the night before. */
    boolean deviceOff(LocalDate date) {
        return date.isBefore(wearer.memberSince())
                || dice(date, "device off").chance(wearer.habits().deviceOffChance());
    }

    /** In order of time; all end on that day. */
    List<PlannedSleep> of(LocalDate date) {
        List<PlannedSleep> planned = new ArrayList<>();
        if (deviceOff(date)) {
            return planned;
        }
        boolean broken = dice(date, "broken day").chance(BROKEN_DAY_CHANCE);
        boolean napOnly = dice(date, "nap only").chance(0.01);
        if (!napOnly) {
            planned.addAll(night(date, broken));
        }
        if (!whereabouts.flies(date)) {
            planned.addAll(naps(date, broken, napOnly));
        }
        return planned;
    }

    private List<PlannedSleep> night(LocalDate date, boolean broken) {
        Dice dice = dice(date, "night");
        Habits habits = wearer.habits();
        int lieIn = isFree(date) ? habits.lieInMinutes() : 0;
        int jetLag = jetLagMinutes(date);
        int bed = clamp(habits.bedtimeMinutes() + lieIn * 2 / 3 + jetLag + dice.around(0, 50), -170, 150);
        int wake = clamp(
                habits.wakeMinutes() + lieIn + jetLag / 2 + dice.around(0, 40),
                bed + SHORTEST_NIGHT_MINUTES,
                Math.min(bed + LONGEST_NIGHT_MINUTES, 660));
        ZonedDateTime start = clock(date, bed, whereabouts.zoneOfNight(date)).plusSeconds(30L * dice.between(0, 1));
        ZonedDateTime end = clock(date, wake, whereabouts.zoneOfNight(date)).plusSeconds(30L * dice.between(0, 1));
        PlannedSleep whole = new PlannedSleep(start, end, false);
        return broken || dice.chance(habits.splitNightChance()) ? split(whole, date, dice) : List.of(whole);
    }

    /** The first part ends after midnight, so that both belong to the same day. */
    private static List<PlannedSleep> split(PlannedSleep whole, LocalDate date, Dice dice) {
        ZonedDateTime midnight = date.atStartOfDay(whole.start().getZone());
        ZonedDateTime from = whole.start().isBefore(midnight) ? midnight : whole.start();
        ZonedDateTime pause = from.plusMinutes(dice.between(100, 160));
        ZonedDateTime resumed = pause.plusMinutes(dice.between(45, 80));
        return resumed.plusMinutes(65).isAfter(whole.end())
                ? List.of(whole)
                : List.of(new PlannedSleep(whole.start(), pause, false), new PlannedSleep(resumed, whole.end(), false));
    }

    private List<PlannedSleep> naps(LocalDate date, boolean broken, boolean napOnly) {
        Dice dice = dice(date, "naps");
        ZoneId zone = whereabouts.zoneOfDay(date);
        List<PlannedSleep> naps = new ArrayList<>();
        boolean afternoon = dice.chance(wearer.habits().napChance() * (isFree(date) ? 1.5 : 0.8));
        if (afternoon || broken || napOnly) {
            naps.add(nap(clock(date, dice.between(790, 960), zone), dice.between(18, 95), dice));
        }
        if (broken || dice.chance(0.01)) {
            naps.add(nap(clock(date, dice.between(1120, 1145), zone), dice.between(15, 35), dice));
        }
        return naps;
    }

    private static PlannedSleep nap(ZonedDateTime start, int minutes, Dice dice) {
        return new PlannedSleep(start, start.plusMinutes(minutes).plusSeconds(30L * dice.between(0, 1)), true);
    }

    /** Early and late nights after a flight, less each night. */
    private int jetLagMinutes(LocalDate date) {
        int nights = whereabouts.nightsSinceFlight(date);
        return nights > 3 ? 0 : 120 - 40 * (nights - 1);
    }

    private Dice dice(LocalDate date, String topic) {
        return Dice.of(seed, wearer.number(), date.toEpochDay(), topic);
    }

    private static boolean isFree(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static ZonedDateTime clock(LocalDate date, int minutes, ZoneId zone) {
        return date.atStartOfDay().plusMinutes(minutes).atZone(zone);
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
