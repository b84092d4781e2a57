package io.github.fitbitproxy.simulator.oauth1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.simulator.http.Parameter;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignatureBaseStringTest {

    @Property
    boolean doesNotDependOnTheOrderOfParameters(@ForAll @Size(max = 6) List<String> texts, @ForAll long shuffle) {
        List<Parameter> parameters = new ArrayList<>();
        for (String text : texts) {
            parameters.add(new Parameter("n" + text.length() % 3, text));
        }
        List<Parameter> shuffled = new ArrayList<>(parameters);
        Collections.shuffle(shuffled, new Random(shuffle));
        return SignatureBaseString.normalise(parameters).equals(SignatureBaseString.normalise(shuffled));
    }

    @Property
    boolean keepsEveryPair(@ForAll @Size(max = 6) List<String> texts) {
        List<Parameter> parameters = texts.stream()
                .map(text -> new Parameter("name", readable(text)))
                .toList();
        List<Parameter> readBack = PercentCode.parseForm(SignatureBaseString.normalise(parameters));
        return readBack.size() == parameters.size() && readBack.containsAll(parameters);
    }

    /** UTF-8 knows no half surrogates. */
    private static String readable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Test
    void sortsByTheEncodedForm() {
        List<Parameter> parameters = List.of(
                new Parameter("a", "ä"), new Parameter("a", "z"), new Parameter("a b", "1"), new Parameter("a", "1"));

        // The percent sign sorts before letters and digits, so "ä" comes first and "a b" after "a".
        assertThat(SignatureBaseString.normalise(parameters)).isEqualTo("a=%C3%A4&a=1&a=z&a%20b=1");
    }

    @Test
    void leavesOutDefaultPortsOnly() {
        assertThat(SignatureBaseString.baseUri(URI.create("HTTPS://Api.Example.org:443/a/B")))
                .isEqualTo("https://api.example.org/a/B");
        assertThat(SignatureBaseString.baseUri(URI.create("http://127.0.0.1:8090/a")))
                .isEqualTo("http://127.0.0.1:8090/a");
        assertThat(SignatureBaseString.baseUri(URI.create("http://fitbit_simulator:80")))
                .isEqualTo("http://fitbit_simulator/");
    }
}
