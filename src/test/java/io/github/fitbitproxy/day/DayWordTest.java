package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayWordTest {

    private static final LocalDate TODAY = LocalDate.of(2028, 3, 1);

    @Test
    void meansTheWearersOwnDays() {
        assertThat(DayWord.parse("today").orElseThrow().resolve(TODAY)).isEqualTo("2028-03-01");
        assertThat(DayWord.parse("yesterday").orElseThrow().resolve(TODAY)).isEqualTo("2028-02-29");
        assertThat(DayWord.parse("2016-12-13").orElseThrow().resolve(TODAY)).isEqualTo("2016-12-13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "Today",
                "2026-02-30",
                "2027-02-29",
                "2026-13-01",
                "2026-1-1",
                "20260101",
                "2026-01-01 ",
                "+2026-01-1",
                "12026-01-01",
                "-026-01-01",
                "2026/01/01",
                "2026-01-01T00:00"
            })
    void refusesWhatIsNoDay(String word) {
        assertThat(DayWord.parse(word)).isEmpty();
    }
}
