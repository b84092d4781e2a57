package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.sleep.RecordedSleep;
import io.github.fitbitproxy.sleep.SleepAssembly;
import io.github.fitbitproxy.sleep.SleepRecordings;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.SleepLogReader;
import io.github.fitbitproxy.upstream.SleepSource;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sleep logs of an account export, one part for each file. A log on the boundary of two files stands in both: the later
 * file's counts.
 */
@ApplicationScoped
class TakeoutSleep implements ExportedDays<SleepDay>, SleepSource {

    private static final List<ExportFile> FILES = List.of(ExportFile.json("sleep", ExportFile.Clock.SLEEP));

    @Override
    public String upstream() {
        return TakeoutWearer.NAME;
    }

    @Override
    public DataKind<SleepDay> kind() {
        return SleepDay.KIND;
    }

    @Override
    public List<ExportFile> files() {
        return FILES;
    }

    @Override
    public SleepDay clean(RawDay raw) throws UpstreamException {
        return SleepAssembly.assemble(
                raw.key().date(), recordings(raw), raw.key().upstream(), raw.fetchedAt(), null);
    }

    @Override
    public SleepRecordings recordings(RawDay raw) throws UpstreamException {
        if (raw.parts().received().isEmpty()) {
            return SleepRecordings.UNKNOWN;
        }
        boolean complete = raw.parts().missing().isEmpty();
        Map<String, RecordedSleep> sleeps = new LinkedHashMap<>();
        List<JsonNode> logs = new ArrayList<>();
        // In order of their files' dates, so that the later version takes the place of the earlier one.
        for (byte[] part : raw.parts().received().values()) {
            LenientJson.value(part).forEach(logs::add);
        }
        for (JsonNode log : logs) {
            @Nullable RecordedSleep sleep = SleepLogReader.read(log, raw.zone());
            if (sleep == null) {
                complete = false;
            } else {
                sleeps.put(sleep.id(), sleep);
            }
        }
        return new SleepRecordings(List.copyOf(sleeps.values()), complete);
    }
}
