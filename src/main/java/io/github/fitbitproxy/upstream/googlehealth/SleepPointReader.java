package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.sleep.RecordedSleep;
import io.github.fitbitproxy.sleep.Segment;
import io.github.fitbitproxy.sleep.SleepMinutes;
import io.github.fitbitproxy.upstream.LenientJson;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one data point of type {@code sleep}. */
final class SleepPointReader {

    /** Longer than any sleep: a wrong end must not make a session swallow those of other days. */
    private static final Duration TOO_LONG = Duration.ofDays(3);

    private SleepPointReader() {}

    /** The session, or {@code null} if it makes no sense: no start, or an end that cannot belong to the start. */
    static @Nullable RecordedSleep read(JsonNode point, ZoneId zone) {
        JsonNode sleep = point.path(DataType.SLEEP.member());
        SessionInterval interval = SessionInterval.of(sleep, zone);
        OffsetDateTime start = interval.start();
        OffsetDateTime end = interval.end();
        if (start == null || end != null && !follows(end, start)) {
            return null;
        }
        List<Segment> segments = SleepStages.segments(sleep, start.getOffset());
        SleepLog.Type type =
                segments.isEmpty() ? type(sleep) : segments.get(0).level().type();
        JsonNode summary = sleep.path("summary");
        JsonNode metadata = sleep.path("metadata");
        return new RecordedSleep(
                DataPoints.id(point, start),
                type,
                null,
                start,
                end,
                LenientJson.flag(metadata, "mainSleep"),
                LenientJson.flag(metadata, "nap"),
                segments,
                SleepStages.shortWakes(sleep),
                // Where there are segments they decide: the summary cuts off half minutes and may say every row twice.
                segments.isEmpty() ? SleepStages.stated(summary, type) : SleepMinutes.UNKNOWN,
                end == null ? null : LenientJson.integer(summary, "minutesInSleepPeriod"),
                minutesToFallAsleep(summary),
                null,
                end != null && isProcessed(point, metadata));
    }

    /** What comes from elsewhere is not processed here, so it does not have to say that it was. */
    private static boolean isProcessed(JsonNode point, JsonNode metadata) {
        return Boolean.TRUE.equals(LenientJson.flag(metadata, "processed")) || !DataPoints.isTracked(point);
    }

    /** Sleep that was detected always has 0 here, which means that nobody knows. */
    private static @Nullable Integer minutesToFallAsleep(JsonNode summary) {
        Integer minutes = LenientJson.integer(summary, "minutesToFallAsleep");
        return minutes == null || minutes == 0 ? null : minutes;
    }

    private static boolean follows(OffsetDateTime end, OffsetDateTime start) {
        return !end.isBefore(start) && Duration.between(start, end).compareTo(TOO_LONG) < 0;
    }

    private static SleepLog.@Nullable Type type(JsonNode sleep) {
        return switch (sleep.path("type").asText()) {
            case "STAGES" -> SleepLog.Type.STAGES;
            case "CLASSIC" -> SleepLog.Type.CLASSIC;
            default -> null;
        };
    }
}
