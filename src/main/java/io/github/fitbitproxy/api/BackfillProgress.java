package io.github.fitbitproxy.api;

import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.day.BackfillStore.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the history of one kind has come. */
@Schema(description = "How far history has come; the newest day comes first")
public record BackfillProgress(
        @Schema(description = "First day that was asked for", required = true, examples = "2024-01-01")
        LocalDate from,

        @Schema(description = "Last day that was asked for", required = true, examples = "2026-11-20")
        LocalDate to,

        @Schema(
                description = "`waiting` to begin or to go on, `running`, `done`, or `failed`: given up",
                required = true,
                enumeration = {"waiting", "running", "done", "failed"},
                examples = "running")
        String state,

        @Schema(description = "Days that are done", required = true, examples = "400")
        long daysDone,

        @Schema(description = "Days that were asked for", required = true, examples = "1055")
        long daysTotal,

        @Schema(description = "When it last moved (UTC)", required = true, examples = "2026-11-21T09:15:02Z")
        Instant updatedAt,

        @Schema(description = "Why it waits or was given up; null if there is nothing to say") @Nullable
        String reason) {

    static BackfillProgress of(Backfill job) {
        long daysTotal = job.range().days();
        return new BackfillProgress(
                job.range().from(),
                job.range().to(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.state() == State.DONE
                        ? daysTotal
                        : ChronoUnit.DAYS.between(job.next(), job.range().to()),
                daysTotal,
                job.updatedAt().truncatedTo(ChronoUnit.SECONDS),
                job.reason());
    }

    /** One each, by kind. */
    public static Map<String, BackfillProgress> byKind(List<Backfill> jobs) {
        Map<String, BackfillProgress> kinds = new LinkedHashMap<>();
        jobs.forEach(job -> kinds.put(job.kind(), of(job)));
        return kinds;
    }
}
