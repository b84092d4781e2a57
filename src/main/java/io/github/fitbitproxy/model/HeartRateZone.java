package io.github.fitbitproxy.model;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Time spent in one heart rate zone. */
@Schema(description = "Time spent in one heart rate zone")
public record HeartRateZone(
        @Schema(
                description = "Which zone",
                required = true,
                enumeration = {"outOfRange", "fatBurn", "cardio", "peak"})
        String name,

        @Schema(description = "Its lower bound, beats a minute") @Nullable
        Integer min,

        @Schema(description = "Its upper bound, beats a minute") @Nullable
        Integer max,

        @Schema(description = "Minutes spent in it; null on a day without heart data") @Nullable
        Integer minutes,

        @Schema(description = "Energy burned in it, kilocalories") @Nullable
        Double caloriesOut) {}
