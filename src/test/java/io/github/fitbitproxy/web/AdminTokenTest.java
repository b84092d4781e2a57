package io.github.fitbitproxy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.support.Settings;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {

    @TempDir
    Path folder;

    private final List<String> printed = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            printed.add(((ExtLogRecord) record).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger(AdminToken.class.getName()).addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(AdminToken.class.getName()).removeHandler(handler);
    }

    @Test
    void isMadeOnceKeptAndPrintedOnce() throws IOException {
        Map<String, String> settings = Map.of("proxy.data-dir", folder.toString());
        AdminToken first = token(settings);
        Path file = folder.resolve("admin-token");
        String kept = Files.readString(file).strip();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(first.matches(kept)).isTrue();
        assertThat(printed).singleElement().asString().contains(kept, file.toString());

        AdminToken second = token(settings);
        assertThat(second.matches(kept)).isTrue();
        assertThat(printed).hasSize(2);
        assertThat(printed.get(1)).contains(file.toString()).doesNotContain(kept);
    }

    @Test
    void comesFromTheSettingAndIsNotPrinted() {
        AdminToken token = token(Map.of("proxy.admin-token", "0123456789abcdef", "proxy.data-dir", folder.toString()));
        assertThat(token.matches("0123456789abcdef")).isTrue();
        assertThat(token.matches("0123456789abcdeF")).isFalse();
        assertThat(token.matches("")).isFalse();
        assertThat(printed).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void comesFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mounted"), "0123456789abcdef\n");
        assertThat(token(Map.of("proxy.admin-token-file", file.toString())).matches("0123456789abcdef"))
                .isTrue();
    }

    @Test
    void stopsTheStartWithTheSettingsNameWhenItIsShort() {
        assertThatThrownBy(() -> token(Map.of("proxy.admin-token", "0123456789abcde")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy.admin-token")
                .hasMessageNotContaining("0123456789abcde");
    }

    private static AdminToken token(Map<String, String> settings) {
        return new AdminToken(Settings.of(settings), new SecureRandom());
    }
}
