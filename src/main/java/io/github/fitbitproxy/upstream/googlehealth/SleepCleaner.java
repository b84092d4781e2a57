package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.sleep.RecordedSleep;
import io.github.fitbitproxy.sleep.SleepAssembly;
import io.github.fitbitproxy.sleep.SleepRecordings;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.List;

/** Reads a day of sleep: the sessions that ended on it. */
final class SleepCleaner {

    private SleepCleaner() {}

    static SleepDay clean(RawDay raw) throws UpstreamException {
        return SleepAssembly.assemble(
                raw.key().date(), recordings(raw), raw.key().upstream(), raw.fetchedAt(), raw.deviceSyncedAt());
    }

    /**
     * The recorded sleeps. A session that makes no sense is left out, and the day is then not complete. The same sleep
     * told by a tracker and by another app is taken from the tracker.
     */
    static SleepRecordings recordings(RawDay raw) throws UpstreamException {
        byte[] body = raw.parts().get(DataType.SLEEP.path());
        if (body == null) {
            return SleepRecordings.UNKNOWN;
        }
        JsonNode answer = LenientJson.object(body);
        boolean complete = raw.parts().missing().isEmpty() && Pages.nextToken(answer) == null;
        List<RecordedSleep> tracked = new ArrayList<>();
        List<RecordedSleep> others = new ArrayList<>();
        for (JsonNode point : answer.path(DataType.SLEEP.list())) {
            RecordedSleep sleep = SleepPointReader.read(point, raw.zone());
            // A sleep that is running belongs to the day on which it began; the one that was asked for may still get
            // it.
            complete &= sleep != null && sleep.end() != null;
            if (sleep != null) {
                (DataPoints.isTracked(point) ? tracked : others).add(sleep);
            }
        }
        others.removeIf(other -> tracked.stream().anyMatch(sleep -> sleep.finished() && sleep.isSameSleepAs(other)));
        tracked.addAll(others);
        return new SleepRecordings(tracked, complete);
    }
}
