package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.sleep.RecordedSleep;
import io.github.fitbitproxy.sleep.SleepAssembly;
import io.github.fitbitproxy.sleep.SleepRecordings;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.SleepLogReader;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.List;

/** Reads a day of sleep: the answer for one date, or a slice of the answer for a range. */
final class SleepCleaner {

    /** The part that it reads. */
    static final String SLEEP = "sleep";

    private SleepCleaner() {}

    static SleepDay clean(RawDay raw) throws UpstreamException {
        return SleepAssembly.assemble(
                raw.key().date(), recordings(raw), raw.key().upstream(), raw.fetchedAt(), raw.deviceSyncedAt());
    }

    /**
     * The recorded sleeps. A log that makes no sense is left out, and the day is then not complete. An answer without a
     * list of logs, such as that of a day still being computed, tells nothing; it does not mean that nobody slept.
     */
    static SleepRecordings recordings(RawDay raw) throws UpstreamException {
        byte[] body = raw.parts().get(SLEEP);
        if (body == null) {
            return SleepRecordings.UNKNOWN;
        }
        JsonNode answer = LenientJson.object(body);
        JsonNode logs = answer.path(SLEEP);
        if (!logs.isArray()) {
            return SleepRecordings.UNKNOWN;
        }
        boolean pending = "pending".equals(answer.path("meta").path("state").asText());
        boolean complete = !pending && raw.parts().missing().isEmpty();
        List<RecordedSleep> sleeps = new ArrayList<>();
        for (JsonNode log : logs) {
            RecordedSleep sleep = SleepLogReader.read(log, raw.zone());
            if (sleep == null) {
                complete = false;
            } else {
                sleeps.add(sleep);
            }
        }
        return new SleepRecordings(sleeps, complete);
    }
}
