package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.upstream.ArchiveException;
import io.github.fitbitproxy.upstream.LenientJson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
    void cutsAnyTextIntoRowsOrRefusesIt(@ForAll String rubbish, @ForAll("encodings") Charset encoding)
            throws IOException {
        String row = LenientJson.MAPPER.writeValueAsString(Map.of("dateTime", "03/01/24 11:00:00", "value", rubbish));
        for (ExportFile.Clock clock : ExportFile.Clock.values()) {
            cutOrRefuse(rubbish.getBytes(encoding), clock);
            cutOrRefuse(("[" + row + "]").getBytes(encoding), clock);
        }
    }

    @Provide
    static Arbitrary<Charset> encodings() {
        return Arbitraries.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1")
                .map(Charset::forName);
    }

    private static void cutOrRefuse(byte[] bytes, ExportFile.Clock clock) {
        try {
            DaySlices.of(bytes, ExportFile.named("any", clock), ZoneOffset.UTC);
        } catch (RefusedFileException refused) {
            assertThat(refused.reason()).endsWith(".");
        }
    }
}
