package io.github.fitbitproxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Stages;
import io.github.fitbitproxy.sleep.RecordedSleep;
import io.github.fitbitproxy.sleep.Segment;
import io.github.fitbitproxy.sleep.SleepMinutes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sleep log of version 1.2 of the Fitbit Web API, which account exports have too.
 *
 * <p>A night across a clock change keeps the offset that held at its start, so all its clock values get that one, even
 * those that the zone never had.
 */
public final class SleepLogReader {

    /** Longer than any sleep: a wrong end must not make a log swallow those of other days. */
    private static final Duration TOO_LONG = Duration.ofDays(3);

    private SleepLogReader() {}

    /** The log, or {@code null} if it makes no sense: no id, no start, or an end that cannot belong to the start. */
    public static @Nullable RecordedSleep read(JsonNode log, ZoneId zone) {
        String id = LenientJson.text(log, "logId");
        LocalDateTime start = LenientJson.clock(log, "startTime");
        LocalDateTime end = end(log);
        if (id == null || start == null || (end != null && !follows(end, start))) {
            return null;
        }
        ZoneOffset offset = WallClock.offsetAt(start, zone);
        JsonNode levels = log.path("levels");
        List<Segment> segments = SleepLevels.segments(levels, offset);
        Stages stages = SleepLevels.stages(levels);
        SleepLog.Classic classic = SleepLevels.classic(levels);
        SleepMinutes stated = new SleepMinutes(
                LenientJson.integer(log, "minutesAsleep"), LenientJson.integer(log, "minutesAwake"), stages, classic);
        return new RecordedSleep(
                id,
                segments.isEmpty() ? type(log) : segments.get(0).level().type(),
                LenientJson.date(log, "dateOfSleep"),
                start.atOffset(offset),
                end == null ? null : end.atOffset(offset),
                mainSleep(log),
                null,
                segments,
                SleepLevels.shortWakes(levels, offset),
                stated,
                minutesInBed(log),
                LenientJson.integer(log, "minutesToFallAsleep"),
                LenientJson.integer(log, "efficiency"),
                end != null);
    }

    /** The day that it belongs to, as {@link RecordedSleep#date} says, also for a log that makes no other sense. */
    public static @Nullable LocalDate date(JsonNode log) {
        LocalDate stated = LenientJson.date(log, "dateOfSleep");
        if (stated != null) {
            return stated;
        }
        LocalDateTime end = end(log);
        LocalDateTime last = end == null ? LenientJson.clock(log, "startTime") : end;
        return last == null ? null : last.toLocalDate();
    }

    /** Where only the length is told, the end follows from it; where nothing is, the sleep is still running. */
    private static @Nullable LocalDateTime end(JsonNode log) {
        LocalDateTime end = LenientJson.clock(log, "endTime");
        LocalDateTime start = LenientJson.clock(log, "startTime");
        Integer minutes = minutesInBed(log);
        return end != null || start == null || minutes == null ? end : start.plusMinutes(minutes);
    }

    private static boolean follows(LocalDateTime end, LocalDateTime start) {
        return !end.isBefore(start) && Duration.between(start, end).compareTo(TOO_LONG) < 0;
    }

    private static @Nullable Integer minutesInBed(JsonNode log) {
        Integer minutes = LenientJson.millisAsMinutes(log, "duration");
        return minutes == null ? LenientJson.integer(log, "timeInBed") : minutes;
    }

    /** Calls spell it one way, account exports the other. */
    private static @Nullable Boolean mainSleep(JsonNode log) {
        Boolean told = LenientJson.flag(log, "isMainSleep");
        return told == null ? LenientJson.flag(log, "mainSleep") : told;
    }

    private static SleepLog.@Nullable Type type(JsonNode log) {
        return switch (log.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "stages" -> SleepLog.Type.STAGES;
            case "classic" -> SleepLog.Type.CLASSIC;
            default -> null;
        };
    }
}
