package io.github.fitbitproxy.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PercentCodeTest {

    @Property
    boolean decodesWhatItEncoded(@ForAll String text) {
        String encodable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return PercentCode.decode(PercentCode.encode(encodable)).equals(encodable);
    }

    @Property
    boolean leavesUnreservedCharactersAndPercentTriplesOnly(@ForAll String text) {
        return PercentCode.encode(text).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})*");
    }

    @Test
    void encodesWhatFormEncodingWouldNot() {
        assertThat(PercentCode.encode("a b*~+ü☃")).isEqualTo("a%20b%2A~%2B%C3%BC%E2%98%83");
    }

    @Test
    void readsAPlusAsSpaceInFormsOnly() {
        assertThat(PercentCode.parseForm("a+b=c%2Bd&&e"))
                .containsExactly(new Parameter("a b", "c+d"), new Parameter("e", ""));
        assertThat(PercentCode.decode("a+b")).isEqualTo("a+b");
    }

    @Test
    void refusesBrokenTriples() {
        assertThatIllegalArgumentException().isThrownBy(() -> PercentCode.decode("50%"));
        assertThatIllegalArgumentException().isThrownBy(() -> PercentCode.decode("%4"));
        assertThatIllegalArgumentException().isThrownBy(() -> PercentCode.decode("%zz"));
    }
}
