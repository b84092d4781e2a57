package io.github.fitbitproxy.model;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day of a range that could not be had now. */
@Schema(description = "A day that could not be had now")
public record MissingDay(
        @Schema(description = "Day in the wearer's time zone", required = true)
        LocalDate date,

        @Schema(
                description = "Why: `not-fetched`, or the last part of a problem's `type`",
                required = true,
                examples = "upstream-unavailable",
                enumeration = {
                    "not-fetched",
                    "future-date",
                    "not-stored",
                    "not-connected",
                    "reauthorisation-required",
                    "upstream-unavailable",
                    "budget-exhausted",
                    "upstream-unreadable",
                    "store-unavailable"
                })
        String reason) {}
