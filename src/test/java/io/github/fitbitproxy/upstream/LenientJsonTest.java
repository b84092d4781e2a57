package io.github.fitbitproxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LenientJsonTest {

    @Test
    void readsNumbersAndTextsAlike() throws Exception {
        JsonNode json = json("{\"a\":9031,\"b\":\"9031\",\"c\":\" 9030.5 \",\"d\":9031.0}");

        assertThat(LenientJson.integer(json, "a")).isEqualTo(9031);
        assertThat(LenientJson.integer(json, "b")).isEqualTo(9031);
        assertThat(LenientJson.integer(json, "c")).isEqualTo(9031);
        assertThat(LenientJson.integer(json, "d")).isEqualTo(9031);
    }

    @Test
    void takesNoNonsenseForANumber() throws Exception {
        JsonNode json = json(
                "{\"a\":-1,\"b\":\"\",\"c\":true,\"d\":[1],\"e\":1e400,\"f\":\"NaN\",\"g\":null,\"h\":2147483648}");

        assertThat("abcdefghz".chars().mapToObj(Character::toString))
                .allSatisfy(
                        field -> assertThat(LenientJson.integer(json, field)).isNull());
    }

    @Test
    void isNotKeptBusyByNumbersOfAbsurdScale() throws Exception {
        JsonNode json = json("{\"a\":\"1e-999999999\",\"b\":\"1e999999999\",\"c\":\"" + "9".repeat(10_000) + "\"}");

        assertThat(LenientJson.integer(json, "a")).isNull();
        assertThat(LenientJson.integer(json, "b")).isNull();
        assertThat(LenientJson.integer(json, "c")).isNull();
        assertThat(LenientJson.kilometresAsMetres(json, "a")).isNull();
    }

    @Test
    void roundsHalfUp() throws Exception {
        JsonNode json = json("{\"ms\":90000,\"less\":89999,\"km\":\"0.0005\",\"most\":2147483647}");

        assertThat(LenientJson.millisAsMinutes(json, "ms")).isEqualTo(2);
        assertThat(LenientJson.millisAsMinutes(json, "less")).isEqualTo(1);
        assertThat(LenientJson.kilometresAsMetres(json, "km")).isEqualTo(1);
        assertThat(LenientJson.kilometresAsMetres(json, "most")).isNull();
    }

    private static JsonNode json(String text) throws Exception {
        return LenientJson.value(text.getBytes(StandardCharsets.UTF_8));
    }
}
