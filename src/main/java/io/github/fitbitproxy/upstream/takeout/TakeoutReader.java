package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.ArchiveSource;
import io.github.fitbitproxy.upstream.ArchiveVisitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;

/** Reads account exports of every generation. */
@ApplicationScoped
class TakeoutReader implements ArchiveSource {

    private final TakeoutConfig config;
    private final Clock clock;

    TakeoutReader(TakeoutConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String upstream() {
        return TakeoutWearer.NAME;
    }

    @Override
    public void read(Path path, ArchiveVisitor visitor) throws ArchiveException {
        try (Archive archive = Archive.open(path)) {
            new ExportReading(archive, new FileReader(config.maxUnpackedSize().asLongValue()), clock, visitor).read();
        }
    }
}
