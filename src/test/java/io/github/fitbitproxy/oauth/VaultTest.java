package io.github.fitbitproxy.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.support.Settings;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final byte[] CONTENT = "at-90be".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealed() {
        Vault vault = vault(folder);
        assertThat(vault.open("grant", "me", vault.seal("grant", "me", CONTENT)))
                .isEqualTo(CONTENT);
        assertThat(vault.open("grant", "me", vault.seal("grant", "me", new byte[0])))
                .isEmpty();
    }

    @Test
    void opensAfterARestart() {
        byte[] sealed = vault(folder).seal("grant", "me", CONTENT);
        assertThat(vault(folder).open("grant", "me", sealed)).isEqualTo(CONTENT);
    }

    @Test
    void sealsTheSameContentDifferentlyEachTime() {
        Vault vault = vault(folder);
        assertThat(vault.seal("grant", "me", CONTENT)).isNotEqualTo(vault.seal("grant", "me", CONTENT));
    }

    @Test
    void showsNothingOfTheContent() {
        assertThat(new String(vault(folder).seal("grant", "me", CONTENT), StandardCharsets.ISO_8859_1))
                .doesNotContain("at-90be");
    }

    @Test
    void refusesWhatWasChangedAnywhere() {
        Vault vault = vault(folder);
        byte[] sealed = vault.seal("grant", "me", CONTENT);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open("grant", "me", changed))
                    .as("byte %d", i)
                    .isInstanceOf(VaultException.class);
        }
    }

    @Test
    void refusesWhatWasCutShort() {
        Vault vault = vault(folder);
        byte[] sealed = vault.seal("grant", "me", CONTENT);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> vault.open("grant", "me", cut))
                    .as("%d bytes", length)
                    .isInstanceOf(VaultException.class);
        }
    }

    @Test
    void refusesAnEntryUnderAnotherNameOrInAnotherGroup() {
        Vault vault = vault(folder);
        byte[] sealed = vault.seal("grant", "me", CONTENT);
        assertThatThrownBy(() -> vault.open("grant", "anna", sealed)).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> vault.open("connecting", "me", sealed)).isInstanceOf(VaultException.class);
    }

    @Test
    void namesTheKeyFileWhenTheKeyIsAnotherOne() {
        byte[] sealed = vault(folder.resolve("old")).seal("grant", "me", CONTENT);
        Vault other = vault(folder.resolve("new"));
        assertThatThrownBy(() -> other.open("grant", "me", sealed))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("grant of me")
                .hasMessageContaining(folder.resolve("new").resolve("key").toString())
                .hasMessageContaining("connect again");
    }

    @Test
    void makesTheKeySoThatOnlyItsOwnerMayReadIt() throws IOException {
        vault(folder.resolve("data"));
        Path key = folder.resolve("data").resolve("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(key).strip())).hasSize(32);
        assertThat(folder.resolve("data").resolve(".key.new")).doesNotExist();
    }

    @Test
    void agreesOnOneKeyWhenManyStartAtOnce() {
        for (int round = 0; round < 20; round++) {
            Path data = folder.resolve("round" + round);
            List<byte[]> sealed = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(start -> vault(data).seal("grant", "me", CONTENT))
                    .toList();
            Vault later = vault(data);
            for (byte[] bytes : sealed) {
                assertThat(later.open("grant", "me", bytes)).isEqualTo(CONTENT);
            }
        }
    }

    @Test
    void finishesAfterAKillInTheMiddle() throws IOException {
        Files.writeString(folder.resolve(".key.new"), "half a k");
        assertThat(vault(folder).seal("grant", "me", CONTENT)).isNotEmpty();
        assertThat(folder.resolve(".key.new")).doesNotExist();
    }

    @Test
    void takesAMountedKeyAndWritesNothing() throws IOException {
        Path mounted =
                Files.writeString(folder.resolve("mounted"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        Path data = folder.resolve("data");
        Vault vault = new Vault(
                Settings.of(Map.of("proxy.key-file", mounted.toString(), "proxy.data-dir", data.toString())),
                new SecureRandom());
        assertThat(vault.open("grant", "me", vault.seal("grant", "me", CONTENT)))
                .isEqualTo(CONTENT);
        assertThat(data).doesNotExist();
    }

    @Test
    void stopsTheStartWithTheSettingsNameWhenTheMountedKeyIsNotThereOrNone() throws IOException {
        Map<String, String> absent =
                Map.of("proxy.key-file", folder.resolve("absent").toString());
        assertThatThrownBy(() -> new Vault(Settings.of(absent), new SecureRandom()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy.key-file");
        Path shortKey = Files.writeString(folder.resolve("short"), "c2hvcnQ=");
        assertThatThrownBy(
                        () -> new Vault(Settings.of(Map.of("proxy.key-file", shortKey.toString())), new SecureRandom()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy.key-file")
                .hasMessageContaining("32 random bytes");
    }

    @Test
    void stopsTheStartWithTheSettingsNameWhenTheDataDirectoryCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> vault(file.resolve("data")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy.data-dir");
    }

    private static Vault vault(Path dataDir) {
        return new Vault(Settings.of(dataDir), new SecureRandom());
    }
}
