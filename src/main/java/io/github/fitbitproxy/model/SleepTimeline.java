package io.github.fitbitproxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The course of every sleep of a day, segment by segment: the hypnogram. */
@Schema(description = "The course of every sleep of a day, segment by segment (a hypnogram)")
public record SleepTimeline(
        @Schema(description = "Day in the wearer's time zone on which the sleep ended", required = true)
        LocalDate date,

        @Schema(
                description = "How settled the day is",
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"partial", "provisional", "final"})
        DayStatus status,

        @Schema(description = "Every sleep log of the day, oldest first", required = true)
        List<Log> logs,

        @Schema(description = "Who told; begins with `demo` where a simulator did", required = true)
        String upstream,

        @Schema(description = "When the upstream was last asked for this day (UTC)", required = true)
        Instant fetchedAt) {

    public SleepTimeline {
        logs = List.copyOf(logs);
    }

    /** The same course, said to be this settled. */
    public SleepTimeline withStatus(DayStatus settled) {
        return new SleepTimeline(date, settled, logs, upstream, fetchedAt);
    }

    /** The course of one recorded sleep. */
    @Schema(name = "SleepTimelineLog", description = "The course of one recorded sleep")
    public record Log(
            @Schema(description = "The upstream's own id", required = true, examples = "39251882000")
            String id,

            @Schema(description = "Whether this log counts as the night", required = true)
            boolean mainSleep,

            @Schema(
                    description = "`stages` has deep, light, REM and wake; `classic` has asleep, restless and awake",
                    type = SchemaType.STRING,
                    implementation = String.class,
                    enumeration = {"stages", "classic"})
            SleepLog.@Nullable Type type,

            @Schema(
                    description =
                            "Oldest first, without overlaps, short wakes laid over; each begins where the one before ends,"
                                    + " unless the upstream left a gap. Empty where it tells no course.",
                    required = true)
            List<Segment> segments) {

        public Log {
            segments = List.copyOf(segments);
        }
    }

    /** An uninterrupted stretch of one stage. */
    @Schema(name = "SleepTimelineSegment", description = "An uninterrupted stretch of one stage")
    public record Segment(
            @Schema(description = "Start, with the offset that held that night", required = true)
            OffsetDateTime startTime,

            @Schema(description = "Length, seconds", required = true)
            long seconds,

            @Schema(
                    description = "The stage, in the words of the log's type",
                    required = true,
                    enumeration = {"deep", "light", "rem", "wake", "asleep", "restless", "awake"})
            String stage) {}
}
