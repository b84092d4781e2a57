package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.BackfillProgress;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** History that was asked for. */
@Schema(description = "History that was asked for; GET /status tells how far it has come")
public record BackfillJobs(
        @Schema(description = "Whose", required = true, examples = "me")
        String person,

        @Schema(description = "One job for each kind of data", required = true)
        Map<String, BackfillProgress> backfill) {}
