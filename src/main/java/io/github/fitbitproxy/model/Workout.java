package io.github.fitbitproxy.model;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One recorded exercise. */
@Schema(description = "One recorded exercise")
public record Workout(
        @Schema(description = "The upstream's own id", required = true)
        String id,

        @Schema(description = "What it was", examples = "Walk") @Nullable
        String name,

        @Schema(description = "Start, with the offset that held then; null where only the day is known") @Nullable
        OffsetDateTime startTime,

        @Schema(description = "Length, minutes") @Nullable Integer minutes,

        @Schema(description = "Steps") @Nullable Integer steps,

        @Schema(description = "Distance, metres") @Nullable Integer distanceMeters,

        @Schema(description = "Energy, kilocalories") @Nullable
        Integer caloriesOut,

        @Schema(description = "Mean heart rate, beats a minute") @Nullable
        Integer averageHeartRate) {}
