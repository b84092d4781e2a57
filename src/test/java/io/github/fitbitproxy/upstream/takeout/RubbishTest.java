package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.upstream.ArchiveException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is handed over, it is read or refused in a sentence. */
class RubbishTest {

    /** Whatever bytes somebody sends, the answer is a reading or a sentence. */
    @Property(tries = 300)
    void neverStumblesOverAnyBytes(@ForAll byte[] rubbish) throws IOException {
        Path file = Files.createTempFile("rubbish", ".zip");
        try {
            Files.write(file, rubbish);
            assertThatThrownBy(() -> ReadArchive.of(file)).isInstanceOf(ArchiveException.class);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300)
    void cutsAnyTextIntoRowsOrRefusesIt(@ForAll String rubbish) {
        byte[] bytes = rubbish.getBytes(StandardCharsets.UTF_8);
        for (ExportFile.Clock clock : ExportFile.Clock.values()) {
            try {
                DaySlices.of(bytes, ExportFile.named("any", clock), ZoneOffset.UTC);
            } catch (RefusedFileException refused) {
                assertThat(refused.reason()).endsWith(".");
            }
        }
    }
}
