package io.github.fitbitproxy.day;

import static io.github.fitbitproxy.upstream.ArchiveVisitor.AFTER_THE_EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Archives of one person, laid over each other day by day. */
class ImportRunTest {

    private static final LocalDate DAY = LocalDate.parse("2023-05-05");
    private static final Duration WINDOW = Duration.ofDays(14);

    private final FakeStore store = new FakeStore();
    private final MovableClock clock = new MovableClock("2026-11-21T09:00:00Z");

    private static Parts parts(Map<String, String> received, String... missing) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        received.forEach((name, part) -> bytes.put(name, part.getBytes(StandardCharsets.UTF_8)));
        return new Parts(bytes, new TreeSet<>(Arrays.asList(missing)));
    }

    /** @return how many days were new or different */
    private long bring(LocalDate end, Parts parts, String... read) {
        clock.advance(Duration.ofDays(1));
        // Nobody begins here, with a profile, a zone or a deletion.
        ImportRun run = new ImportRun(Person.ME, "takeout", store, null, null, null, clock, WINDOW, told -> {});
        run.endsAt(end.atStartOfDay(ZoneOffset.UTC).toInstant());
        Arrays.asList(read).forEach(run::fileRead);
        run.days("activities", new TreeMap<>(Map.of(DAY, parts)));
        return run.report().daysChanged().getOrDefault("activities", 0L);
    }

    private RawDay stored() {
        return store.days.get(DAY);
    }

    private Map<String, String> received() {
        Map<String, String> texts = new TreeMap<>();
        stored().parts().received().forEach((name, part) -> texts.put(name, new String(part, StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void keepsAWholeDayWhenAnOlderExportHasHalfOfIt() {
        Parts whole = parts(Map.of("steps", "[1,2]"));
        Parts half = parts(Map.of("steps", "[1]", "deleted", "[9]"), AFTER_THE_EXPORT);
        bring(LocalDate.parse("2026-11-01"), whole);
        bring(DAY, half);

        assertThat(received()).isEqualTo(Map.of("steps", "[1,2]", "deleted", "[9]"));
        assertThat(stored().parts().missing()).isEmpty();
        assertThat(Settling.status(stored(), true, WINDOW)).isEqualTo(DayStatus.FINAL);
        assertThat(bring(DAY, half)).isZero();
        assertThat(bring(LocalDate.parse("2026-11-01"), whole)).isZero();
    }

    @Test
    void completesADayWhenANewerExportHasAllOfIt() {
        bring(DAY, parts(Map.of("steps", "[1]"), AFTER_THE_EXPORT));
        bring(LocalDate.parse("2026-11-01"), parts(Map.of("steps", "[1,2]")));

        assertThat(received()).isEqualTo(Map.of("steps", "[1,2]"));
        assertThat(stored().parts().missing()).isEmpty();
    }

    @Test
    void keepsAWholeDayThatAnEarlierVersionImported() {
        store.save(new RawDay(
                new DayKey(Person.ME, "takeout", "activities", DAY),
                Instant.parse("2026-11-01T09:00:00Z"),
                ZoneOffset.UTC,
                null,
                parts(Map.of("steps", "[1,2]"))));

        assertThat(bring(DAY, parts(Map.of("steps", "[1]"), AFTER_THE_EXPORT))).isZero();
        assertThat(received()).isEqualTo(Map.of("steps", "[1,2]"));
    }

    @Test
    void believesTheSameExportAgainWhenItIsReadBetter() {
        bring(DAY, parts(Map.of("steps", "[1]"), AFTER_THE_EXPORT));

        assertThat(bring(DAY, parts(Map.of("steps", "[1,1]"), AFTER_THE_EXPORT)))
                .isOne();
        assertThat(received()).isEqualTo(Map.of("steps", "[1,1]"));
        assertThat(stored().parts().missing()).containsExactly(AFTER_THE_EXPORT);
    }

    @Test
    void settlesADayThatANewerExportTellsAlike() {
        Parts same = parts(Map.of("steps", "[1]"));
        bring(DAY.plusDays(3), same);
        assertThat(Settling.status(stored(), true, WINDOW)).isEqualTo(DayStatus.PROVISIONAL);

        assertThat(bring(DAY.plusDays(30), same)).isOne();
        assertThat(Settling.status(stored(), true, WINDOW)).isEqualTo(DayStatus.FINAL);
        assertThat(bring(DAY.plusDays(60), same)).as("settled already").isZero();
        assertThat(bring(DAY.plusDays(3), same)).as("an older one").isZero();
    }

    @Test
    void remembersARefusedFileUntilItIsRead() {
        LocalDate end = DAY.plusDays(60);
        bring(end, parts(Map.of("calories", "[1]"), "steps"));
        bring(end, parts(Map.of("weight", "[1]")), "Takeout/weight");
        assertThat(stored().parts().missing()).as("another zip").containsExactly("steps");

        bring(end, parts(Map.of("calories", "[1]")), "Takeout/steps", "Takeout/calories");
        assertThat(stored().parts().missing()).isEmpty();
        bring(end, parts(Map.of("calories", "[1]", "steps", "[7]")));
        bring(end, parts(Map.of("calories", "[1]"), "steps"));
        assertThat(stored().parts().missing()).as("there from elsewhere").isEmpty();
    }
}
