package io.github.fitbitproxy.model;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device that the wearer carries. */
@Schema(description = "A device that the wearer carries")
public record Device(
        @Schema(description = "Its model", examples = "Charge 6") @Nullable
        String name,

        @Schema(description = "Charge of its battery, percent", examples = "82") @Nullable
        Integer batteryPercent,

        @Schema(description = "When it last synced (UTC)", examples = "2026-11-21T08:58:00Z") @Nullable
        Instant syncedAt) {}
