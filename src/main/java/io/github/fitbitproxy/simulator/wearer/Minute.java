package io.github.fitbitproxy.simulator.wearer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One minute on the wearer's clock; the minutes of a day add up to its {@link ActivityDay}, but for the rounding of distances
 * and energies.
 *
 * @param ofDay minutes after midnight
 * @param meters walked or run, as the device measured it
 * @param netCalories energy above the basal rate
 * @param zone null if the heart rate was not measured
 * @param heartRate beats per minute; 0 if not measured
 */
public record Minute(
        int ofDay,
        Effort effort,
        int steps,
        double meters,
        int floors,
        double basalCalories,
        double netCalories,
        @Nullable Zone zone,
        int heartRate) {

    /** How hard the wearer moved. */
    public enum Effort {
        IN_BED,
        SEDENTARY,
        LIGHT,
        FAIRLY,
        VERY
    }

    /** The zone of the heart rate. */
    public enum Zone {
        OUT_OF_RANGE,
        FAT_BURN,
        CARDIO,
        PEAK
    }

    /** Spreads a quarter of an hour over its minutes, the hardest first. */
    static List<Minute> of(Wearer wearer, int firstMinute, QuarterHour quarter) {
        List<Minute> minutes = new ArrayList<>();
        int awake = quarter.very() + quarter.fairly() + quarter.light() + quarter.sedentary();
        for (int i = 0; i < QuarterHour.MINUTES; i++) {
            Effort effort = i < quarter.very()
                    ? Effort.VERY
                    : i < quarter.very() + quarter.fairly()
                            ? Effort.FAIRLY
                            : i < quarter.very() + quarter.fairly() + quarter.light()
                                    ? Effort.LIGHT
                                    : i < awake ? Effort.SEDENTARY : Effort.IN_BED;
            int light = share(quarter.stepsLight(), i);
            int fairly = share(quarter.stepsFairly(), i);
            int very = share(quarter.stepsVery(), i);
            double kilometres = Energy.walkKilometres(wearer, light + fairly) + Energy.runKilometres(wearer, very);
            Zone zone = wearer.tracker().heartRate() ? zone(quarter, i) : null;
            minutes.add(new Minute(
                    firstMinute + i,
                    effort,
                    light + fairly + very,
                    kilometres * 1000,
                    wearer.tracker().altimeter() ? share(quarter.floors(), i) : 0,
                    Energy.basalPerMinute(wearer),
                    net(effort) * Energy.basalPerMinute(wearer),
                    zone,
                    zone == null ? 0 : heartRate(wearer, zone, firstMinute + i)));
        }
        return minutes;
    }

    private static @Nullable Zone zone(QuarterHour quarter, int i) {
        int cardio = quarter.peak() + quarter.cardio();
        int fatBurn = cardio + quarter.fatBurn();
        if (i >= fatBurn + quarter.outOfRange()) {
            return null;
        }
        return i < quarter.peak()
                ? Zone.PEAK
                : i < cardio ? Zone.CARDIO : i < fatBurn ? Zone.FAT_BURN : Zone.OUT_OF_RANGE;
    }

    private static int heartRate(Wearer wearer, Zone zone, int ofDay) {
        Wearer.ZoneLimits limits = wearer.zoneLimits();
        return switch (zone) {
            case OUT_OF_RANGE -> wearer.habits().restingHeartRate() + 3 + ofDay % 17;
            case FAT_BURN -> limits.fatBurn() + 3 + ofDay % 19;
            case CARDIO -> limits.cardio() + 2 + ofDay % 13;
            case PEAK -> limits.peak() + 1 + ofDay % 7;
        };
    }

    private static double net(Effort effort) {
        return switch (effort) {
            case IN_BED -> 0;
            case SEDENTARY -> Energy.NET_SEDENTARY;
            case LIGHT -> Energy.NET_LIGHT;
            case FAIRLY -> Energy.NET_FAIRLY;
            case VERY -> Energy.NET_VERY;
        };
    }

    /** The i-th of fifteen parts, which add up to the whole. */
    private static int share(int whole, int i) {
        return whole * (i + 1) / QuarterHour.MINUTES - whole * i / QuarterHour.MINUTES;
    }
}
