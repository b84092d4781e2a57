package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.Device;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one person stands. */
@Schema(description = "How one person stands")
public record PersonStatus(
        @Schema(description = "Who: what `person=` takes", required = true, examples = "me")
        String person,

        @Schema(description = "Who tells about the person; null if nobody yet", examples = "fitbit") @Nullable
        String upstream,

        @Schema(
                description = "How the connection stands",
                required = true,
                enumeration = {"connected", "not-connected", "reauthorisation-required"},
                examples = "connected")
        String connection,

        @Schema(description = "When the consent ends (UTC); null if it does not, or nobody knows") @Nullable
        Instant grantExpiresAt,

        @Schema(description = "Kinds of data that the consent leaves out", required = true)
        List<String> missingScopes,

        @Schema(description = "What the wearer carries, as last told", required = true)
        List<Device> devices,

        @Schema(description = "Calls that the upstream still allows; null if it does not tell") @Nullable
        BudgetStatus budget,

        @Schema(description = "What is stored, by kind of data", required = true)
        Map<String, StoredDays> days,

        @Schema(description = "History that was asked for, by kind of data; null if none was") @Nullable
        Map<String, BackfillProgress> backfill) {}
