package io.github.fitbitproxy.api;

import io.github.fitbitproxy.day.DayStore.Extent;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much is stored of one kind. */
@Schema(description = "How much is stored")
public record StoredDays(
        @Schema(description = "The oldest stored day; null if none is", examples = "2024-01-03") @Nullable
        LocalDate oldest,

        @Schema(description = "The newest stored day; null if none is", examples = "2026-11-21") @Nullable
        LocalDate newest,

        @Schema(description = "How many days are stored", required = true, examples = "1018")
        long count) {

    static final StoredDays NONE = new StoredDays(null, null, 0);

    static StoredDays of(Extent extent) {
        return new StoredDays(extent.oldest(), extent.newest(), extent.count());
    }
}
