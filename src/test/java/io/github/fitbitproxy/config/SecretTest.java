package io.github.fitbitproxy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    Path folder;

    @Test
    void comesFromTheSetting() {
        assertThat(Secret.read("fitbit.client-secret", Optional.of(" abc "), Optional.empty()))
                .contains("abc");
    }

    @Test
    void comesFromTheFileWithoutItsLineEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "abc\n");
        assertThat(Secret.read("fitbit.client-secret", Optional.empty(), Optional.of(file)))
                .contains("abc");
    }

    @Test
    void isAbsentWhenNeitherIsSet() {
        assertThat(Secret.read("fitbit.client-secret", Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void refusesBothAtOnceAndNamesTheKeys() {
        assertThatThrownBy(
                        () -> Secret.read("fitbit.client-secret", Optional.of("abc"), Optional.of(folder.resolve("x"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Both fitbit.client-secret and fitbit.client-secret-file are set. Keep one of them.");
    }

    @Test
    void namesTheKeyOfAFileThatIsNotThereOrEmpty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> Secret.read("proxy.admin-token", Optional.empty(), Optional.of(folder.resolve("x"))))
                .hasMessageContaining("proxy.admin-token-file")
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Secret.read("proxy.admin-token", Optional.empty(), Optional.of(empty)))
                .hasMessageContaining("proxy.admin-token-file")
                .hasMessageContaining("is empty");
    }
}
