package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.ArchiveSource;
import io.github.fitbitproxy.upstream.ArchiveVisitor;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads account exports of every generation. */
@Startup
@Singleton
class TakeoutReader implements ArchiveSource {

    private static final String PATH = "takeout.path";
    private static final String PERSON = "takeout.person";

    private final TakeoutConfig config;
    private final List<ExportedDays<?>> kinds;
    private final Clock clock;

    /** @throws ConfigurationException naming the setting, if it names nothing that could be imported */
    TakeoutReader(TakeoutConfig config, @All List<ExportedDays<?>> kinds, Clock clock) {
        this.config = config;
        this.kinds = kinds;
        this.clock = clock;
        if (config.path().isPresent() && !Files.isReadable(config.path().get())) {
            throw new ConfigurationException(
                    PATH + " names " + config.path().get() + ", which does not exist or may not be read.",
                    Set.of(PATH));
        }
        if (!Person.isName(config.person())) {
            throw new ConfigurationException(
                    PERSON + " is no name: 1 to 40 of the characters a-z 0-9 . _ - beginning with a letter or digit.",
                    Set.of(PERSON));
        }
    }

    @Override
    public String upstream() {
        return TakeoutWearer.NAME;
    }

    @Override
    public Optional<ConfiguredArchive> configured() {
        return config.path().map(path -> new ConfiguredArchive(PATH, path, new Person(config.person())));
    }

    @Override
    public String reads() {
        return kinds.stream()
                .map(kind -> kind.kind().name() + " of "
                        + kind.files().stream().map(ExportFile::toString).collect(Collectors.joining(" | ")))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void read(Path path, ArchiveVisitor visitor) throws ArchiveException {
        try (Archive archive = Archive.open(path)) {
            FileReader reader = new FileReader(config.maxUnpackedSize().asLongValue());
            new ExportReading(kinds, archive, reader, clock, visitor).read();
        }
    }
}
