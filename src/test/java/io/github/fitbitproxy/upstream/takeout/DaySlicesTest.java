package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.fitbitproxy.upstream.takeout.ExportFile.Clock;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DaySlicesTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-03-01");

    private static SortedMap<LocalDate, byte[]> slices(String file, Clock clock) throws RefusedFileException {
        return DaySlices.of(file.getBytes(StandardCharsets.UTF_8), ExportFile.named("any", clock), ZoneOffset.UTC);
    }

    private static String linesOf(int days) {
        return FIRST.datesUntil(FIRST.plusDays(days))
                .map(day -> day + ",96.4\n")
                .collect(Collectors.joining());
    }

    private static long bytesAllocatedBy(ThrowingCallable work) throws Throwable {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.call();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void givesEachDayTheHeaderAndItsLinesWhateverEndsThem() throws RefusedFileException {
        SortedMap<LocalDate, byte[]> days =
                slices("timestamp,näher\r\n2024-03-01,1\r\n\r\n2024-03-02,2\rnonsense\n2024-03-01,3", Clock.CSV);

        assertThat(days).containsOnlyKeys(FIRST, FIRST.plusDays(1));
        assertThat(days.get(FIRST))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("timestamp,näher\n2024-03-01,1\n2024-03-01,3\n");
        assertThat(days.get(FIRST.plusDays(1)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("timestamp,näher\n2024-03-02,2\n");
    }

    @Test
    void findsTheEndOfASleepInWhateverColumnItStands() throws RefusedFileException {
        String row = "SKIN,\"a, b\",2024-03-02T07:05";

        assertThat(slices("\uFEFFtype,x, \"sleep_end\"\n" + row, Clock.CSV_SLEEP_END))
                .containsOnlyKeys(FIRST.plusDays(1));
        assertThat(slices("type,x,y\n" + row, Clock.CSV_SLEEP_END)).isEmpty();
        assertThat(slices("type,x,y,sleep_end\n" + row, Clock.CSV_SLEEP_END)).isEmpty();
    }

    @Test
    void cutsAllTablesOfALifetime() throws RefusedFileException {
        assertThat(slices("timestamp,average_value" + ",more".repeat(40) + "\n" + linesOf(30_000), Clock.CSV))
                .hasSize(30_000);
    }

    @Test
    void refusesAHeaderThatIsTooLong() {
        assertThatThrownBy(() -> slices("x".repeat(5_000) + "\n2024-03-01,1\n", Clock.CSV))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("first line");
    }

    @Test
    void refusesALongHeaderAboveTooManyDays() throws Throwable {
        String file = "x".repeat(4_000) + "\n" + linesOf(10_000);

        long bytes = bytesAllocatedBy(() -> assertThatThrownBy(() -> slices(file, Clock.CSV))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("too many days"));

        assertThat(bytes).isLessThan(32L << 20);
    }

    @Test
    void refusesMoreDaysThanALifeHas() {
        String rows = FIRST.datesUntil(FIRST.plusDays(40_001))
                .map(day -> "{\"dateOfSleep\":\"" + day + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThatThrownBy(() -> slices("t\n" + linesOf(40_001), Clock.CSV))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("more days");
        assertThatThrownBy(() -> slices(rows, Clock.SLEEP))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("more days");
    }

    @Test
    void needsNoMemoryForLinesThatTellNothing() throws Throwable {
        String file = "x\n".repeat(FileReader.MOST_FILE_BYTES / 2);

        assertThat(bytesAllocatedBy(() -> assertThat(slices(file, Clock.CSV)).isEmpty()))
                .isLessThan(2L * FileReader.MOST_FILE_BYTES);
    }
}
