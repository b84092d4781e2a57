package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.SleepDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of an account export that tell days, known by their names alone: folders differ from one generation of exports to
 * the next, and are translated.
 */
enum ExportFile {
    SLEEP("sleep-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.SLEEP),
    STEPS("steps-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.UTC),
    /** Centimetres. */
    DISTANCE("distance-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.UTC),
    CALORIES("calories-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.UTC),
    /** Feet, ten for each floor. */
    ALTITUDE("altitude-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.UTC),
    SEDENTARY("sedentary_minutes-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.LOCAL_DAY),
    LIGHTLY("lightly_active_minutes-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.LOCAL_DAY),
    FAIRLY("moderately_active_minutes-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.LOCAL_DAY),
    VERY("very_active_minutes-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.LOCAL_DAY),
    HEART_ZONES("time_in_heart_rate_zones-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.LOCAL_DAY),
    RESTING_HEART_RATE("resting_heart_rate-\\d{4}-\\d\\d-\\d\\d\\.json", Clock.DATE_IN_VALUE),
    EXERCISE("exercise-\\d+\\.json", Clock.UTC_START),
    ZONE_MINUTES("Active Zone Minutes - \\d{4}-\\d\\d-\\d\\d\\.csv", Clock.CSV);

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** How a row says to which day it belongs. */
    enum Clock {
        /** {@code dateTime} in UTC. */
        UTC,
        /** {@code startTime} in UTC. */
        UTC_START,
        /** {@code dateTime} is the wearer's own date. */
        LOCAL_DAY,
        /** {@code value.date}; without one the row is a filler. */
        DATE_IN_VALUE,
        /** A sleep log, which bears its date. */
        SLEEP,
        /** The line begins with the wearer's own date. */
        CSV
    }

    private final Pattern name;
    private final Clock clock;

    ExportFile(String name, Clock clock) {
        this.name = Pattern.compile(name);
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** The kind of data that it tells of. */
    String kind() {
        return this == SLEEP ? SleepDay.KIND.name() : ActivityDay.KIND.name();
    }

    /** Whether it ends with the last thing that the device recorded, so that it shows how far the export goes. */
    boolean showsTheEnd() {
        return clock == Clock.UTC || clock == Clock.SLEEP;
    }

    /** The date in a file's name; {@code null} for files that bear none and may tell of any day. */
    static @Nullable LocalDate date(String file) {
        Matcher date = DATE.matcher(file);
        try {
            return date.find() ? LocalDate.parse(date.group()) : null;
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    /** Which one a file of that name is, or empty if it is none. */
    static Optional<ExportFile> named(String file) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.name.matcher(file).matches())
                .findFirst();
    }
}
