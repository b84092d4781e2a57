package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.fitbitproxy.activity.FillerDay;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.HeartRateZone;
import io.github.fitbitproxy.model.Workout;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.WorkoutLogReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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

    private static final BigDecimal CENTIMETRES_A_METRE = BigDecimal.valueOf(100);
    private static final BigDecimal FEET_A_FLOOR = BigDecimal.TEN;
    private static final BigDecimal METRES_A_FOOT = new BigDecimal("0.3048");
    private static final int MINUTES_OF_MOST_DAYS = 1380;

    /** The export's names of the zones, lowest first, and ours. */
    private static final List<Map.Entry<String, String>> ZONES = List.of(
            Map.entry("BELOW_DEFAULT_ZONE_1", "outOfRange"),
            Map.entry("IN_DEFAULT_ZONE_1", "fatBurn"),
            Map.entry("IN_DEFAULT_ZONE_2", "cardio"),
            Map.entry("IN_DEFAULT_ZONE_3", "peak"));

    private static final Comparator<Workout> OLDEST_FIRST = Comparator.comparing(
                    Workout::startTime, Comparator.nullsLast(Comparator.comparing(OffsetDateTime::toInstant)))
            .thenComparing(Workout::id);

    private final RawDay raw;
    private final Map<ExportFile, List<byte[]>> parts = new EnumMap<>(ExportFile.class);

    private ActivityCleaner(RawDay raw) {
        this.raw = raw;
        raw.parts()
                .received()
                .forEach((name, part) -> ExportFile.named(name)
                        .ifPresent(file -> parts.computeIfAbsent(file, first -> new ArrayList<>())
                                .add(part)));
    }

    static ActivityDay clean(RawDay raw) throws UpstreamException {
        return new ActivityCleaner(raw).clean();
    }

    private ActivityDay clean() {
        MinuteSum energy = minutes(ExportFile.CALORIES);
        Integer caloriesOut = energy == null ? null : rounded(energy.total());
        MinuteSum climbed = minutes(ExportFile.ALTITUDE);
        MinuteSum distance = minutes(ExportFile.DISTANCE);
        MinuteSum steps = minutes(ExportFile.STEPS);
        boolean complete = !parts.isEmpty() && raw.parts().missing().isEmpty();
        return FillerDay.cleared(new ActivityDay(
                raw.key().date(),
                complete ? DayStatus.FINAL : DayStatus.PARTIAL,
                steps == null ? null : rounded(steps.total()),
                distance == null
                        ? null
                        : rounded(distance.total().divide(CENTIMETRES_A_METRE, 2, RoundingMode.HALF_UP)),
                climbed == null ? null : rounded(climbed.total().divide(FEET_A_FLOOR, 2, RoundingMode.HALF_UP)),
                climbed == null ? null : metres(climbed.total()),
                caloriesOut,
                null,
                isBasalOnly(energy) ? caloriesOut : null,
                daily(ExportFile.SEDENTARY),
                daily(ExportFile.LIGHTLY),
                daily(ExportFile.FAIRLY),
                daily(ExportFile.VERY),
                zoneMinutes(),
                restingHeartRate(),
                zones(),
                null,
                workouts(),
                raw.key().upstream(),
                raw.fetchedAt(),
                raw.deviceSyncedAt()));
    }

    /** While nobody wears the device, every minute is filled in with the same energy. */
    private static boolean isBasalOnly(@Nullable MinuteSum energy) {
        return energy != null && energy.level() != null && energy.minutes() >= MINUTES_OF_MOST_DAYS;
    }

    private @Nullable MinuteSum minutes(ExportFile file) {
        return MinuteSum.of(of(file));
    }

    private List<byte[]> of(ExportFile file) {
        return parts.getOrDefault(file, List.of());
    }

    /** The rows of all parts of a file, the later file's last. */
    private List<JsonNode> rows(ExportFile file) {
        List<JsonNode> rows = new ArrayList<>();
        of(file).forEach(part -> LenientJson.value(part).forEach(rows::add));
        return rows;
    }

    private @Nullable JsonNode last(ExportFile file) {
        List<JsonNode> rows = rows(file);
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    private @Nullable Integer daily(ExportFile file) {
        JsonNode row = last(file);
        return row == null ? null : LenientJson.integer(row, "value");
    }

    /** 0 stands for "not computed". */
    private @Nullable Integer restingHeartRate() {
        JsonNode row = last(ExportFile.RESTING_HEART_RATE);
        Integer rate = row == null ? null : LenientJson.integer(row.path("value"), "value");
        return Objects.equals(rate, 0) ? null : rate;
    }

    private @Nullable List<HeartRateZone> zones() {
        JsonNode row = last(ExportFile.HEART_ZONES);
        if (row == null) {
            return null;
        }
        JsonNode minutes = row.path("value").path("valuesInZones");
        return ZONES.stream()
                .map(zone -> new HeartRateZone(
                        zone.getValue(), null, null, LenientJson.integer(minutes, zone.getKey()), null))
                .toList();
    }

    private @Nullable Integer zoneMinutes() {
        List<byte[]> tables = of(ExportFile.ZONE_MINUTES);
        if (tables.isEmpty()) {
            return null;
        }
        // Each file has whole days: the later one's counts.
        String table = new String(tables.get(tables.size() - 1), StandardCharsets.UTF_8);
        return Csv.rows(table).stream()
                .map(row -> LenientJson.decimal(TextNode.valueOf(row.getOrDefault("total_minutes", ""))))
                .filter(Objects::nonNull)
                .mapToInt(BigDecimal::intValue)
                .sum();
    }

    private List<Workout> workouts() {
        Map<String, Workout> workouts = new HashMap<>();
        for (JsonNode log : rows(ExportFile.EXERCISE)) {
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
