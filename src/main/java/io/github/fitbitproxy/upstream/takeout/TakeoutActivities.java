package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Activity of an account export: minutes added up, and what the export tells by the day. */
@ApplicationScoped
class TakeoutActivities implements ExportedDays<ActivityDay> {

    @Override
    public DataKind<ActivityDay> kind() {
        return ActivityDay.KIND;
    }

    @Override
    public List<ExportFile> files() {
        return ActivityCleaner.FILES;
    }

    @Override
    public ActivityDay clean(RawDay raw) throws UpstreamException {
        return ActivityCleaner.clean(raw);
    }
}
