package io.github.fitbitproxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSlicesTest {

    /** Its bytes could not be put together with those of other answers, which are in UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void refusesAnAnswerInAnotherEncoding(String encoding) {
        byte[] object = "{\"sleep\":[{\"logId\":1}]}".getBytes(Charset.forName(encoding));
        byte[] list = "[{\"logId\":1}]".getBytes(Charset.forName(encoding));

        UnreadableBodies.assertRefused(() -> JsonSlices.objects(object, "sleep"));
        UnreadableBodies.assertRefused(() -> JsonSlices.ofArray(list));
        assertThat(LenientJson.value(list).isArray()).isTrue();
    }
}
