package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Vital signs of the night, and cardio fitness, of an account export. */
@ApplicationScoped
class TakeoutVitals implements ExportedDays<VitalsDay> {

    @Override
    public DataKind<VitalsDay> kind() {
        return VitalsDay.KIND;
    }

    @Override
    public List<ExportFile> files() {
        return VitalsCleaner.FILES;
    }

    @Override
    public VitalsDay clean(RawDay raw) throws UpstreamException {
        return VitalsCleaner.clean(raw);
    }
}
