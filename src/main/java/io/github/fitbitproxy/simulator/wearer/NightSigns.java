package io.github.fitbitproxy.simulator.wearer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a device with a heart rate sensor measures through a night.
 *
 * @param rmssd of the whole night, milliseconds
 * @param deepRmssd of deep sleep alone, milliseconds
 * @param oxygenAverage percent, as the two after it
 * @param breathsPerMinute asleep
 * @param skinTemperatureDeviation from the wearer's own baseline, °C
 */
public record NightSigns(
        double rmssd,
        double deepRmssd,
        double oxygenAverage,
        double oxygenMin,
        double oxygenMax,
        double breathsPerMinute,
        double skinTemperatureDeviation) {

    /** The night that ended on that day; one in thirty has too few good readings. */
    static Optional<NightSigns> of(long seed, Wearer wearer, LocalDate date) {
        Dice dice = Dice.of(seed, wearer.number(), date.toEpochDay(), "night signs");
        if (dice.chance(1 / 30.0)) {
            return Optional.empty();
        }
        int rested = 620 - 5 * wearer.habits().age();
        int rmssd = dice.around(rested, rested / 3);
        int oxygen = dice.around(962, 14);
        int season = (int) Math.round(2 * Math.sin(date.toEpochDay() / 4.5));
        return Optional.of(new NightSigns(
                rmssd / 10.0,
                rmssd * dice.between(85, 104) / 100 / 10.0,
                oxygen / 10.0,
                (oxygen - dice.between(15, 45)) / 10.0,
                Math.min(1000, oxygen + dice.between(12, 35)) / 10.0,
                dice.around(140 + wearer.habits().age() / 4, 14) / 10.0,
                dice.around(season, 7) / 10.0));
    }
}
