package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types of data that are read, and how each is asked for ("Data types"). A day's part bears the type's name in
 * addresses.
 */
enum DataType {
    SLEEP(Method.LIST, 90),
    STEPS(Method.DAILY_ROLL_UP, 90),
    DISTANCE(Method.DAILY_ROLL_UP, 90),
    FLOORS(Method.DAILY_ROLL_UP, 90),
    ALTITUDE(Method.DAILY_ROLL_UP, 90),
    TOTAL_CALORIES(Method.DAILY_ROLL_UP, 14),
    ACTIVE_ENERGY_BURNED(Method.DAILY_ROLL_UP, 90),
    ACTIVE_MINUTES(Method.DAILY_ROLL_UP, 14),
    ACTIVE_ZONE_MINUTES(Method.DAILY_ROLL_UP, 90),
    SEDENTARY_PERIOD(Method.DAILY_ROLL_UP, 90),
    TIME_IN_HEART_RATE_ZONE(Method.DAILY_ROLL_UP, 90),
    CALORIES_IN_HEART_RATE_ZONE(Method.DAILY_ROLL_UP, 14),
    DAILY_RESTING_HEART_RATE(Method.LIST, 90),
    DAILY_HEART_RATE_ZONES(Method.RECONCILE, 90),
    EXERCISE(Method.LIST, 90);

    /** Ways to ask for a type. */
    enum Method {
        /** One window a day, of everything that the wearer's devices and apps told, counted once. */
        DAILY_ROLL_UP,
        /** Points as they were recorded, each source's own. */
        LIST,
        /** Points of all sources made one. */
        RECONCILE
    }

    private final Method method;
    private final int longestDays;

    DataType(Method method, int longestDays) {
        this.method = method;
        this.longestDays = longestDays;
    }

    /** Every type that a day of activity is made of, the essential one first. */
    static List<DataType> ofActivity() {
        return Arrays.stream(values()).filter(type -> type != SLEEP).toList();
    }

    Method method() {
        return method;
    }

    /** The most days that are asked for in one call. */
    int longestDays() {
        return longestDays;
    }

    /** Its name in addresses, such as {@code daily-resting-heart-rate}. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name in filters, such as {@code daily_resting_heart_rate}. */
    String filterName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in JSON, such as {@code dailyRestingHeartRate}. */
    String member() {
        String words = Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** The name of the list in an answer. */
    String list() {
        return method == Method.DAILY_ROLL_UP ? "rollupDataPoints" : "dataPoints";
    }

    /** The filter's member that holds the day of a point, on the wearer's clock ("Filters"). */
    String filterMember() {
        return switch (this) {
            case SLEEP -> "sleep.interval.civil_end_time";
            case EXERCISE -> "exercise.interval.civil_start_time";
            default -> filterName() + ".date";
        };
    }

    /** The day that a point belongs to, on the wearer's clock; {@code null} if the point does not say. */
    @Nullable
    LocalDate date(JsonNode point) {
        if (method == Method.DAILY_ROLL_UP) {
            return ProtoJson.date(point.path("civilStartTime").path("date"));
        }
        JsonNode value = point.path(member());
        return switch (this) {
            case SLEEP -> SessionInterval.of(value, null).date();
            case EXERCISE -> day(SessionInterval.of(value, null).start());
            default -> ProtoJson.date(value.path("date"));
        };
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toLocalDate();
    }
}
