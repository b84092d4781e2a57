package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.BodyDay.Measurement;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.WallClock;
import io.github.fitbitproxy.upstream.takeout.ExportFile.Clock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day of weighings: newer exports tell grams and moments in tables, all of them a log by the wearer's clock, which has
 * the body mass index too. What stands in both is one measurement.
 */
final class BodyCleaner {

    private static final ExportFile LOG = ExportFile.json("weight", Clock.DATE);
    private static final ExportFile GRAMS = ExportFile.googleTable("weight", Clock.CSV_UTC);
    private static final ExportFile FAT = ExportFile.googleTable("body_fat", Clock.CSV_UTC);

    static final List<ExportFile> FILES = List.of(LOG, GRAMS, FAT);

    /** What Fitbit writes for an entry without a time. */
    private static final LocalTime NO_TIME = LocalTime.of(23, 59, 59);

    private static final double WHOLE_PERCENT = 100;

    private final RawDay raw;
    private final ExportParts parts;
    private final List<Measurement> measurements = new ArrayList<>();
    private boolean complete = true;

    private BodyCleaner(RawDay raw) {
        this.raw = raw;
        this.parts = new ExportParts(raw.parts());
    }

    static BodyDay clean(RawDay raw) throws UpstreamException {
        return new BodyCleaner(raw).clean();
    }

    private BodyDay clean() {
        addTables();
        logged().forEach(this::addLogged);
        return BodyDay.of(
                raw.key().date(),
                complete ? parts.status() : DayStatus.PARTIAL,
                measurements,
                raw.key().upstream(),
                raw.fetchedAt(),
                null);
    }

    /** Weight and fat of one moment are one measurement, whichever apps have told it. */
    private void addTables() {
        Map<Instant, Measurement> byMoment = new TreeMap<>();
        for (ExportFile table : List.of(GRAMS, FAT)) {
            for (Map<String, String> line : parts.lines(table)) {
                Measurement told = measurement(line, raw.zone());
                complete &= told != null;
                if (told != null) {
                    byMoment.merge(told.at().toInstant(), told, BodyCleaner::together);
                }
            }
        }
        measurements.addAll(byMoment.values());
    }

    private static @Nullable Measurement measurement(Map<String, String> line, ZoneId zone) {
        Double grams = Csv.positive(line, "weight grams");
        Double weight = grams == null
                ? null
                : BigDecimal.valueOf(grams)
                        .movePointLeft(3)
                        .setScale(2, RoundingMode.HALF_UP)
                        .doubleValue();
        Double fat = share(Csv.positive(line, "body fat percentage"));
        Instant moment = moment(line.getOrDefault("timestamp", ""));
        String source = line.getOrDefault("data source", "");
        return moment == null || weight == null && fat == null
                ? null
                : new Measurement(
                        moment.atZone(zone).toOffsetDateTime(), weight, fat, null, source.isEmpty() ? null : source);
    }

    /** The log's entries. One on the boundary of two files stands in both, under the same number: the later file's counts. */
    private List<JsonNode> logged() throws UpstreamException {
        List<JsonNode> entries = new ArrayList<>();
        for (byte[] part : parts.of(LOG)) {
            Set<String> numbers = new HashSet<>();
            JsonNode rows = LenientJson.value(part);
            rows.forEach(row -> numbers.add(row.path("logId").asText()));
            entries.removeIf(entry -> numbers.contains(entry.path("logId").asText()));
            rows.forEach(entries::add);
        }
        return entries;
    }

    private void addLogged(JsonNode entry) {
        BigDecimal weight = LenientJson.decimal(entry, "weight");
        BigDecimal bmi = LenientJson.decimal(entry, "bmi");
        Measurement own = new Measurement(
                at(entry),
                weight == null || weight.signum() == 0 ? null : WeightUnit.kilograms(weight, bmi),
                share(LenientJson.positive(entry, "fat")),
                LenientJson.positive(entry, "bmi"),
                LenientJson.text(entry, "source"));
        for (int i = 0; weight != null && i < measurements.size(); i++) {
            Measurement known = measurements.get(i);
            Double kilograms = known.weightKilograms();
            if (kilograms != null && known.bmi() == null && WeightUnit.isSame(weight, kilograms)) {
                measurements.set(i, together(known, own));
                return;
            }
        }
        complete &= own.weightKilograms() != null;
        if (own.weightKilograms() != null || own.fatPercent() != null || own.bmi() != null) {
            measurements.add(own);
        }
    }

    private OffsetDateTime at(JsonNode entry) {
        LocalTime time = Objects.requireNonNullElse(LenientJson.time(entry, "time"), NO_TIME);
        LocalDateTime clock = raw.key().date().atTime(time);
        return OffsetDateTime.of(clock, WallClock.offsetAt(clock, raw.zone()));
    }

    private static Measurement together(Measurement one, Measurement other) {
        return new Measurement(
                one.at(),
                one.weightKilograms() == null ? other.weightKilograms() : one.weightKilograms(),
                one.fatPercent() == null ? other.fatPercent() : one.fatPercent(),
                one.bmi() == null ? other.bmi() : one.bmi(),
                one.source() == null ? other.source() : one.source());
    }

    private static @Nullable Double share(@Nullable Double percent) {
        return percent == null || percent >= WHOLE_PERCENT ? null : percent;
    }

    /** Cut down to whole seconds: tables tell them to the microsecond. */
    private static @Nullable Instant moment(String text) {
        try {
            return Instant.ofEpochSecond(Instant.parse(text).getEpochSecond());
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
