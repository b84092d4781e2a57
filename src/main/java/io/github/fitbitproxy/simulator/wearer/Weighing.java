package io.github.fitbitproxy.simulator.wearer;

import io.github.fitbitproxy.simulator.wearer.Wearer.Physique;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stood on a scale.
 *
 * @param at whole seconds
 * @param fatPercent null from a scale that does not measure it
 * @param source the vendor's word for the scale, or for an entry by hand
 */
public record Weighing(
        ZonedDateTime at, double kilograms, @Nullable Double fatPercent, double bmi, String source) {

    /** Those of a day, oldest first: none, one in the morning, or another in the evening. */
    static List<Weighing> of(long seed, Wearer wearer, LocalDate date, ZoneId zone) {
        Physique physique = wearer.physique();
        Dice dice = Dice.of(seed, wearer.number(), date.toEpochDay(), "weighing");
        List<Weighing> weighings = new ArrayList<>();
        if (dice.chance(physique.weighingChance())) {
            double grams = physique.kilograms() * 1000 + 1200 * Math.sin(date.toEpochDay() / 40.0);
            int morning = (int) Math.round(grams) + dice.around(0, 500);
            weighings.add(of(wearer, date, zone, dice.between(7 * 3600, 9 * 3600), morning, dice));
            if (dice.chance(0.1)) {
                weighings.add(of(wearer, date, zone, dice.between(20 * 3600, 22 * 3600), morning + 700, dice));
            }
        }
        return weighings;
    }

    private static Weighing of(Wearer wearer, LocalDate date, ZoneId zone, int secondOfDay, int grams, Dice dice) {
        Physique physique = wearer.physique();
        double kilograms = Math.round(grams / 100.0) / 10.0;
        double metres = wearer.heightMeters();
        Integer fat = physique.fatPercent();
        return new Weighing(
                date.atStartOfDay().plusSeconds(secondOfDay).atZone(zone),
                kilograms,
                fat == null ? null : dice.around(fat * 10, 8) / 10.0,
                Math.round(kilograms / (metres * metres) * 100) / 100.0,
                physique.scale());
    }
}
