package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.activity.FillerDay;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.Workout;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.WorkoutLogReader;
import io.github.fitbitproxy.upstream.takeout.ExportFile.Clock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day of activity out of the slices of an account export's files. An export tells no goals, no basal energy and no
 * energy of the active minutes.
 */
final class ActivityCleaner {

    private static final ExportFile STEPS = ExportFile.json("steps", Clock.UTC);

    /** Centimetres. */
    private static final ExportFile DISTANCE = ExportFile.json("distance", Clock.UTC);

    private static final ExportFile CALORIES = ExportFile.json("calories", Clock.UTC);

    /** Feet, ten for each floor. */
    private static final ExportFile ALTITUDE = ExportFile.json("altitude", Clock.UTC);

    private static final ExportFile SEDENTARY = ExportFile.json("sedentary_minutes", Clock.LOCAL_DAY);
    private static final ExportFile LIGHTLY = ExportFile.json("lightly_active_minutes", Clock.LOCAL_DAY);
    private static final ExportFile FAIRLY = ExportFile.json("moderately_active_minutes", Clock.LOCAL_DAY);
    private static final ExportFile VERY = ExportFile.json("very_active_minutes", Clock.LOCAL_DAY);
    private static final ExportFile EXERCISE = ExportFile.named("exercise-\\d+\\.json", Clock.UTC_START);
    private static final ExportFile ZONE_MINUTES = ExportFile.titled("Active Zone Minutes", Clock.CSV);

    /** What newer exports tell of minutes, of each device and app by itself. Counts on days that no older file tells. */
    private static final ExportFile STEPS_TABLE = ExportFile.googleTable("steps", Clock.CSV_UTC);

    /** Metres. */
    private static final ExportFile DISTANCE_TABLE = ExportFile.googleTable("distance", Clock.CSV_UTC);

    private static final ExportFile CALORIES_TABLE = ExportFile.googleTable("calories", Clock.CSV_UTC);

    static final List<ExportFile> FILES = List.of(
            STEPS,
            DISTANCE,
            CALORIES,
            ALTITUDE,
            SEDENTARY,
            LIGHTLY,
            FAIRLY,
            VERY,
            EXERCISE,
            ZONE_MINUTES,
            STEPS_TABLE,
            DISTANCE_TABLE,
            CALORIES_TABLE,
            HeartCleaner.ZONES,
            HeartCleaner.RESTING_RATE,
            HeartCleaner.RESTING_RATE_TABLE);

    private static final BigDecimal FEET_A_FLOOR = BigDecimal.TEN;
    private static final BigDecimal METRES_A_FOOT = new BigDecimal("0.3048");
    private static final int MINUTES_OF_MOST_DAYS = 1380;

    private static final Comparator<Workout> OLDEST_FIRST = Comparator.comparing(
                    Workout::startTime, Comparator.nullsLast(Comparator.comparing(OffsetDateTime::toInstant)))
            .thenComparing(Workout::id);

    private final RawDay raw;
    private final ExportParts parts;

    private ActivityCleaner(RawDay raw) {
        this.raw = raw;
        this.parts = new ExportParts(raw.parts());
    }

    static ActivityDay clean(RawDay raw) throws UpstreamException {
        return new ActivityCleaner(raw).clean();
    }

    private ActivityDay clean() {
        MinuteSum energy = minutes(CALORIES, CALORIES_TABLE, "calories");
        Integer caloriesOut = energy == null ? null : rounded(energy.total());
        MinuteSum climbed = MinuteSum.of(parts.of(ALTITUDE));
        MinuteSum steps = minutes(STEPS, STEPS_TABLE, "steps");
        return FillerDay.cleared(new ActivityDay(
                raw.key().date(),
                parts.status(),
                steps == null ? null : rounded(steps.total()),
                distanceMetres(),
                climbed == null ? null : rounded(climbed.total().divide(FEET_A_FLOOR, 2, RoundingMode.HALF_UP)),
                climbed == null ? null : metres(climbed.total()),
                caloriesOut,
                null,
                isBasalOnly(energy) ? caloriesOut : null,
                daily(SEDENTARY),
                daily(LIGHTLY),
                daily(FAIRLY),
                daily(VERY),
                zoneMinutes(),
                HeartCleaner.restingHeartRate(parts),
                HeartCleaner.zones(parts),
                null,
                workouts(),
                raw.key().upstream(),
                raw.fetchedAt(),
                null));
    }

    /** While nobody wears the device, every minute is filled in with the same energy. */
    private static boolean isBasalOnly(@Nullable MinuteSum energy) {
        return energy != null && energy.level() != null && energy.minutes() >= MINUTES_OF_MOST_DAYS;
    }

    private @Nullable MinuteSum minutes(ExportFile file, ExportFile table, String column) {
        MinuteSum told = MinuteSum.of(parts.of(file));
        return told == null ? MinuteSum.of(parts.lines(table), column) : told;
    }

    private @Nullable Integer distanceMetres() {
        MinuteSum centimetres = MinuteSum.of(parts.of(DISTANCE));
        if (centimetres != null) {
            return rounded(centimetres.total().movePointLeft(2));
        }
        MinuteSum metres = MinuteSum.of(parts.lines(DISTANCE_TABLE), "distance");
        return metres == null ? null : rounded(metres.total());
    }

    private @Nullable Integer daily(ExportFile file) {
        JsonNode row = parts.last(file);
        return row == null ? null : LenientJson.integer(row, "value");
    }

    private @Nullable Integer zoneMinutes() {
        List<byte[]> tables = parts.of(ZONE_MINUTES);
        if (tables.isEmpty()) {
            return null;
        }
        // Each file has whole days: the later one's counts.
        String table = new String(tables.get(tables.size() - 1), StandardCharsets.UTF_8);
        return Csv.rows(table).stream()
                .map(row -> Csv.positive(row, "total_minutes"))
                .filter(Objects::nonNull)
                .mapToInt(Double::intValue)
                .sum();
    }

    private List<Workout> workouts() {
        Map<String, Workout> workouts = new HashMap<>();
        for (JsonNode log : parts.rows(EXERCISE)) {
            String id = LenientJson.text(log, "logId");
            if (id != null) {
                workouts.put(id, WorkoutLogReader.read(id, log, start(log, raw.zone())));
            }
        }
        return workouts.values().stream().sorted(OLDEST_FIRST).toList();
    }

    private static @Nullable OffsetDateTime start(JsonNode log, ZoneId zone) {
        String text = LenientJson.text(log, "startTime");
        LocalDateTime utc = text == null ? null : ExportClock.clock(text);
        return utc == null
                ? null
                : utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toOffsetDateTime();
    }

    private static double metres(BigDecimal feet) {
        return feet.multiply(METRES_A_FOOT).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    private static int rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).intValue();
    }
}
