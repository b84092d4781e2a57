package io.github.fitbitproxy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.support.Settings;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    private static final String FIRST = "first-key-0123456789";
    private static final String SECOND = "second-key-0123456789";

    @TempDir
    Path folder;

    @Test
    void areNotRequiredByDefault() {
        assertThat(new ApiKeys(Settings.of(Map.of())).areRequired()).isFalse();
        assertThat(new ApiKeys(Settings.of(Map.of())).match("")).isFalse();
    }

    @Test
    void matchAsAWholeOnly() {
        ApiKeys keys = new ApiKeys(Settings.of(Map.of("proxy.api-keys", FIRST + ", " + SECOND)));
        assertThat(keys.areRequired()).isTrue();
        assertThat(keys.match(FIRST)).isTrue();
        assertThat(keys.match(SECOND)).isTrue();
        for (String wrong : new String[] {"", FIRST + " ", FIRST + "x", FIRST.substring(1), FIRST + "," + SECOND}) {
            assertThat(keys.match(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void mayStandInAFileOneALine() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), FIRST + "\r\n\n" + SECOND + "\n");
        ApiKeys keys = new ApiKeys(Settings.of(Map.of("proxy.api-keys-file", file.toString())));
        assertThat(keys.match(FIRST)).isTrue();
        assertThat(keys.match(SECOND)).isTrue();
    }

    @Test
    void stopTheStartWhenTheyAreTooShortOrTheFileIsEmpty() throws IOException {
        assertThatThrownBy(() -> new ApiKeys(Settings.of(Map.of("proxy.api-keys", FIRST + ",short"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy.api-keys")
                .hasMessageNotContaining("short,");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(() -> new ApiKeys(Settings.of(Map.of("proxy.api-keys-file", empty.toString()))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy.api-keys-file");
    }
}
