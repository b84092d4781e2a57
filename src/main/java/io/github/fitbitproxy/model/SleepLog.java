package io.github.fitbitproxy.model;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One recorded sleep. A log that is still running has what is known, and {@code null} for the rest. */
@Schema(description = "One recorded sleep")
public record SleepLog(
        @Schema(description = "The upstream's own id", required = true, examples = "39251882000")
        String id,

        @Schema(description = "Whether this log counts as the night", required = true)
        boolean mainSleep,

        @Schema(
                description = "`stages` has deep, light, REM and wake; `classic` has asleep, restless and awake",
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"stages", "classic"})
        @Nullable
        Type type,

        @Schema(description = "Start, with the offset that held that night") @Nullable
        OffsetDateTime startTime,

        @Schema(description = "End, with the offset that held that night") @Nullable
        OffsetDateTime endTime,

        @Schema(description = "Time asleep, minutes") @Nullable
        Integer minutesAsleep,

        @Schema(description = "Time awake in bed, minutes") @Nullable
        Integer minutesAwake,

        @Schema(description = "Length from start to end, minutes") @Nullable
        Integer minutesInBed,

        @Schema(description = "100 × minutesAsleep ÷ minutesInBed, rounded, percent") @Nullable
        Integer efficiency,

        @Schema(description = "Minutes per stage; null for a classic log") @Nullable
        Stages stages,

        @Schema(description = "Minutes per level of a classic log; null for a log with stages") @Nullable
        Classic classic) {

    /** The two vocabularies of sleep logs; they are never mixed. */
    public enum Type {
        STAGES,
        CLASSIC;

        /** The public spelling. */
        @Override
        public String toString() {
            return this == STAGES ? "stages" : "classic";
        }
    }

    /** Minutes per level of a classic log. */
    @Schema(description = "Minutes per level of a classic log")
    public record Classic(
            @Schema(description = "Minutes asleep", required = true)
            int asleep,

            @Schema(description = "Minutes restless", required = true)
            int restless,

            @Schema(description = "Minutes awake", required = true)
            int awake) {}
}
