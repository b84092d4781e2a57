package io.github.fitbitproxy.simulator.wearer;

import io.github.fitbitproxy.simulator.wearer.Wearer.Habits;
import io.github.fitbitproxy.simulator.wearer.Wearer.Physique;
import io.github.fitbitproxy.simulator.wearer.Wearer.SyncRhythm;
import io.github.fitbitproxy.simulator.wearer.Wearer.Tracker;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The household that comes with the simulator. */
public final class PresetWearers {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    public static final Wearer ALEX = new Wearer(
            1,
            "9SIM01",
            "Alex",
            "A device with sleep stages in Berlin: naps, workouts, a split night, a day without the device.",
            BERLIN,
            false,
            new Tracker("Charge 6", true, true, true),
            new Habits(-40, 405, 75, 0.18, 0.03, 0.03, 0.35, 41, 1610, 58, 0.71, 1.05),
            new Physique(74.2, 21, 0.55, "Aria", 43, false),
            SyncRhythm.ALL_DAY,
            false,
            LocalDate.of(2014, 3, 1));

    public static final Wearer BILLIE = new Wearer(
            2,
            "9SIM02",
            "Billie",
            "An old device in New York: classic sleep only, no altimeter, no heart rate.",
            ZoneId.of("America/New_York"),
            false,
            new Tracker("Zip", false, false, false),
            new Habits(-75, 375, 45, 0.12, 0.04, 0.05, 0.15, 67, 1390, 66, 0.64, 0.7),
            new Physique(63.5, null, 0.2, "API", 27, false),
            SyncRhythm.ALL_DAY,
            false,
            LocalDate.of(2012, 1, 15));

    public static final Wearer CHRIS = new Wearer(
            3,
            "9SIM03",
            "Chris",
            "A traveller from Berlin: every five weeks a week in Tokyo or New York, and the profile's zone follows.",
            BERLIN,
            true,
            new Tracker("Sense 2", true, true, true),
            new Habits(-15, 420, 60, 0.1, 0.02, 0.01, 0.4, 35, 1740, 54, 0.78, 1.2),
            new Physique(82, null, 0, "API", 51, true),
            SyncRhythm.ALL_DAY,
            false,
            LocalDate.of(2018, 6, 1));

    public static final Wearer DANA = new Wearer(
            4,
            "9SIM04",
            "Dana",
            "A late syncer: the phone takes the days over every other evening.",
            BERLIN,
            false,
            new Tracker("Inspire 3", true, false, true),
            new Habits(-60, 390, 90, 0.15, 0.02, 0.02, 0.2, 29, 1480, 62, 0.68, 0.9),
            new Physique(60.8, 28, 0.35, "Withings", 38, false),
            SyncRhythm.EVERY_OTHER_EVENING,
            false,
            LocalDate.of(2020, 9, 1));

    public static final Wearer ELI = new Wearer(
            5,
            "9SIM05",
            "Eli",
            "A new user in London since October 2026, whose fresh sleep is still being computed at the first look.",
            ZoneId.of("Europe/London"),
            false,
            new Tracker("Versa 4", true, true, true),
            new Habits(-30, 435, 60, 0.1, 0.02, 0.02, 0.3, 23, 1700, 60, 0.74, 1.1),
            new Physique(71.4, null, 0.4, "AriaAir", 46, false),
            SyncRhythm.ALL_DAY,
            true,
            LocalDate.of(2026, 10, 1));

    public static final List<Wearer> ALL = List.of(ALEX, BILLIE, CHRIS, DANA, ELI);

    private PresetWearers() {}
}
