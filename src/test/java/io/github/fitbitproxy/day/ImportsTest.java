package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.TakeoutArchive;
import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.ArchiveSource;
import io.github.fitbitproxy.upstream.ArchiveVisitor;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class ImportsTest {

    @TempDir
    Path folder;

    @Inject
    Imports imports;

    @Inject
    Changes changes;

    @Inject
    DayStore store;

    @Inject
    NoteStore noteStore;

    @Inject
    Notes notes;

    @Inject
    ImportZone zones;

    @Inject
    LeaseStore leases;

    @Inject
    Clock clock;

    @Inject
    ProxyConfig config;

    /** What a cloud had answered by now. */
    private RawDay answered(Person person) {
        DayKey key = new DayKey(person, "fitbit", "sleep", LocalDate.parse("2018-03-01"));
        return new RawDay(key, clock.instant(), ZoneOffset.UTC, null, Parts.of("sleep", new byte[] {'{', '}'}));
    }

    @Test
    void keepsNothingOfAPersonWhoIsDeletedMeanwhile() {
        Person erna = new Person("erna");
        Path zip = TakeoutArchive.of("2018-02-10", "2018-02-14", "UTC").zip(folder.resolve("erna.zip"));
        RawDay answered = answered(erna);
        AtomicInteger told = new AtomicInteger();

        ImportReport report = imports.run(erna, zip, progress -> {
                    if (told.incrementAndGet() == 1) {
                        changes.forget(erna);
                    }
                })
                .orElseThrow();

        assertThat(report.days().get("activities")).isPositive();
        assertThat(report.daysChanged())
                .allSatisfy((kind, days) -> assertThat(days).isZero());
        assertThat(store.save(answered)).isFalse();
        assertThat(store.owners()).noneMatch(owner -> owner.person().equals(erna));
    }

    @Test
    void keepsNothingOfADeletedPersonAfterAnUploadThatIsNoExport() throws IOException {
        Person fritz = new Person("fritz");
        RawDay answered = answered(fritz);
        changes.forget(fritz);
        Path junk = Files.writeString(folder.resolve("junk.zip"), "<html>sign in</html>");

        assertThatThrownBy(() -> imports.run(fritz, junk, progress -> {})).isInstanceOf(ArchiveException.class);

        assertThat(store.save(answered)).isFalse();
    }

    @Test
    void triesAConfiguredArchiveOnceThatItStumblesOver() {
        Stumbling source = new Stumbling(folder);
        Imports stumbling = new Imports(source, store, notes, zones, changes, leases, clock, config);
        ConfiguredImport configured = new ConfiguredImport(source, stumbling, noteStore, clock);

        configured.tick();
        configured.tick();

        assertThat(source.readings).isEqualTo(1);
        assertThat(noteStore.list(Stumbling.GERDA)).isEmpty();
    }

    private static final class Stumbling implements ArchiveSource {

        static final Person GERDA = new Person("gerda");

        private final Path archive;
        private int readings;

        Stumbling(Path archive) {
            this.archive = archive;
        }

        @Override
        public String upstream() {
            return "takeout";
        }

        @Override
        public Optional<ConfiguredArchive> configured() {
            return Optional.of(new ConfiguredArchive("takeout.path", archive, GERDA));
        }

        @Override
        public String reads() {
            return "nothing";
        }

        @Override
        public void read(Path path, ArchiveVisitor visitor) {
            readings++;
            throw new IndexOutOfBoundsException();
        }
    }
}
