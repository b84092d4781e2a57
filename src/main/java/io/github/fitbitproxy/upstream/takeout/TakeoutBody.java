package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The log of weights of an account export. */
@ApplicationScoped
class TakeoutBody implements ExportedDays<BodyDay> {

    @Override
    public DataKind<BodyDay> kind() {
        return BodyDay.KIND;
    }

    @Override
    public List<ExportFile> files() {
        return BodyCleaner.FILES;
    }

    @Override
    public BodyDay clean(RawDay raw) throws UpstreamException {
        return BodyCleaner.clean(raw);
    }
}
