package io.github.fitbitproxy.upstream.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NaN",
                "1E999999999",
                "-1E999999999",
                "1E-999999999",
                "0E999999999",
                "2147483648",
                "-2147483648"
            })
    void takesNoNonsenseForANumber(String text) {
        assertThat(Csv.number(Map.of("figure", text), "figure")).isNull();
        assertThat(Csv.positive(Map.of("figure", text), "figure")).isNull();
    }

    @Test
    void readsNumbersOfEitherSign() {
        assertThat(Csv.number(Map.of("figure", "-190.35"), "figure")).isEqualByComparingTo("-190.35");
        assertThat(Csv.number(Map.of("figure", "2147483647"), "figure")).isEqualByComparingTo("2147483647");
        assertThat(Csv.positive(Map.of("figure", "-0.5"), "figure")).isNull();
    }
}
