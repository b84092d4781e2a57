package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When something began and ended. Each end has an offset of its own, for clocks change and people travel.
 *
 * @param start {@code null} if it is not told
 * @param end {@code null} while it is running
 */
record SessionInterval(
        @Nullable OffsetDateTime start, @Nullable OffsetDateTime end) {

    /**
     * Reads {@code interval} of a session.
     *
     * @param zone for ends whose offset is not told
     */
    static SessionInterval of(JsonNode session, ZoneId zone) {
        return read(session.path("interval"), zone);
    }

    /** Reads the times of something that has no {@code interval} around them, such as a stage. */
    static SessionInterval read(JsonNode times, ZoneId zone) {
        ZoneOffset startOffset = ProtoJson.offset(times, "startUtcOffset");
        ZoneOffset endOffset = ProtoJson.offset(times, "endUtcOffset");
        return new SessionInterval(
                at(ProtoJson.timestamp(times, "startTime"), startOffset, endOffset, zone),
                at(ProtoJson.timestamp(times, "endTime"), endOffset, startOffset, zone));
    }

    /** The day on which it ended; while it is running, the one on which it began; {@code null} if neither is told. */
    @Nullable
    LocalDate date() {
        OffsetDateTime last = end == null ? start : end;
        return last == null ? null : last.toLocalDate();
    }

    private static @Nullable OffsetDateTime at(
            @Nullable Instant time, @Nullable ZoneOffset own, @Nullable ZoneOffset other, ZoneId zone) {
        if (time == null) {
            return null;
        }
        ZoneOffset offset = own != null ? own : other;
        if (offset == null) {
            return time.atZone(zone).toOffsetDateTime();
        }
        return time.atOffset(offset);
    }
}
