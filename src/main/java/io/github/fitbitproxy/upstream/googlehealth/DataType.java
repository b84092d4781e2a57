package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types of data that are read, and how each is asked for ("Data types"). A day's part bears the type's name in
 * addresses.
 */
enum DataType {
    SLEEP(Method.LIST, Shape.SESSION, 90),
    STEPS(90),
    DISTANCE(90),
    FLOORS(90),
    ALTITUDE(90),
    TOTAL_CALORIES(14),
    ACTIVE_ENERGY_BURNED(90),
    ACTIVE_MINUTES(14),
    ACTIVE_ZONE_MINUTES(90),
    SEDENTARY_PERIOD(90),
    TIME_IN_HEART_RATE_ZONE(90),
    CALORIES_IN_HEART_RATE_ZONE(14),
    DAILY_RESTING_HEART_RATE(Method.LIST, Shape.DAILY, 90),
    DAILY_HEART_RATE_VARIABILITY(Method.LIST, Shape.DAILY, 90),
    DAILY_HEART_RATE_ZONES(Method.RECONCILE, Shape.DAILY, 90),
    DAILY_OXYGEN_SATURATION(Method.LIST, Shape.DAILY, 90),
    DAILY_RESPIRATORY_RATE(Method.LIST, Shape.DAILY, 90),
    DAILY_SLEEP_TEMPERATURE_DERIVATIONS(Method.LIST, Shape.DAILY, 90),
    DAILY_VO2_MAX(Method.LIST, Shape.DAILY, 90),
    WEIGHT(Method.LIST, Shape.SAMPLE, 90),
    BODY_FAT(Method.LIST, Shape.SAMPLE, 90),
    EXERCISE(Method.LIST, Shape.SESSION, 90);

    /** Ways to ask for a type. */
    enum Method {
        /** One window a day, of everything that the wearer's devices and apps told, counted once. */
        DAILY_ROLL_UP,
        /** Points as they were recorded, each source's own. */
        LIST,
        /** Points of all sources made one. */
        RECONCILE
    }

    /** How points lie in time. */
    enum Shape {
        INTERVAL,
        SAMPLE,
        DAILY,
        SESSION
    }

    /** The most that sessions come in ("Paging"). */
    static final int SESSIONS_A_PAGE = 25;

    private static final int POINTS_A_PAGE = 1000;

    /** The ends of the world and its middle: of a moment, they see every day that anybody sees. */
    private static final List<ZoneOffset> OFFSETS =
            List.of(ZoneOffset.ofHours(-12), ZoneOffset.UTC, ZoneOffset.ofHours(14));

    private final Method method;
    private final Shape shape;
    private final int longestDays;

    DataType(int longestDays) {
        this(Method.DAILY_ROLL_UP, Shape.INTERVAL, longestDays);
    }

    DataType(Method method, Shape shape, int longestDays) {
        this.method = method;
        this.shape = shape;
        this.longestDays = longestDays;
    }

    Method method() {
        return method;
    }

    Shape shape() {
        return shape;
    }

    /** The most days that are asked for in one call. */
    int longestDays() {
        return longestDays;
    }

    /** The most points that are asked for in one page. */
    int pagePoints() {
        return shape == Shape.SESSION ? SESSIONS_A_PAGE : POINTS_A_PAGE;
    }

    /** What reading it needs ("Scopes"): the part of the scope's name that tells it from others. */
    String scope() {
        return switch (this) {
            case SLEEP -> "sleep";
            case DAILY_RESTING_HEART_RATE,
                    DAILY_HEART_RATE_VARIABILITY,
                    DAILY_HEART_RATE_ZONES,
                    DAILY_OXYGEN_SATURATION,
                    DAILY_RESPIRATORY_RATE,
                    DAILY_SLEEP_TEMPERATURE_DERIVATIONS,
                    WEIGHT,
                    BODY_FAT -> "health_metrics_and_measurements";
            default -> "activity_and_fitness";
        };
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
        String day = switch (shape) {
            case SESSION -> this == SLEEP ? "interval.civil_end_time" : "interval.civil_start_time";
            case INTERVAL -> "interval.civil_start_time";
            case SAMPLE -> "sample_time.civil_time";
            case DAILY -> "date";
        };
        return filterName() + "." + day;
    }

    /** Whether its points bear moments, which the cloud itself turned into days when it filtered them. */
    boolean isFilteredByClock() {
        return shape == Shape.SESSION || shape == Shape.SAMPLE;
    }

    /**
     * The day that a point belongs to, on the wearer's clock.
     *
     * @param zone for a moment whose offset is not told
     * @return {@code null} if the point does not say
     */
    @Nullable
    LocalDate date(JsonNode point, ZoneId zone) {
        if (method == Method.DAILY_ROLL_UP) {
            return ProtoJson.date(point.path("civilStartTime").path("date"));
        }
        JsonNode value = point.path(member());
        return switch (shape) {
            case SESSION ->
                this == SLEEP
                        ? SessionInterval.of(value, zone).date()
                        : day(SessionInterval.of(value, zone).start());
            case SAMPLE -> day(SampleTime.of(value, zone));
            case INTERVAL, DAILY -> ProtoJson.date(value.path("date"));
        };
    }

    /** The days that a point may belong to: more than one if it bears a moment whose offset is not told. */
    Set<LocalDate> possibleDates(JsonNode point) {
        return OFFSETS.stream()
                .map(offset -> date(point, offset))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toLocalDate();
    }
}
