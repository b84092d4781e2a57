package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Resting heart rate, zones and variability of an account export. */
@ApplicationScoped
class TakeoutHeart implements ExportedDays<HeartDay> {

    @Override
    public DataKind<HeartDay> kind() {
        return HeartDay.KIND;
    }

    @Override
    public List<ExportFile> files() {
        return HeartCleaner.FILES;
    }

    @Override
    public HeartDay clean(RawDay raw) throws UpstreamException {
        return HeartCleaner.clean(raw);
    }
}
