package io.github.fitbitproxy.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which history is wanted. */
@Schema(description = "Which history is wanted")
record NewBackfill(
        @Schema(description = "Whose; default: the only person, else `me`", examples = "me") @Nullable
        String person,

        @Schema(description = "The first day, yyyy-MM-dd", required = true, examples = "2024-01-01")
        LocalDate from,

        @Schema(
                description = "The last day, yyyy-MM-dd; not in the wearer's future",
                required = true,
                examples = "2026-11-20")
        LocalDate to) {}
