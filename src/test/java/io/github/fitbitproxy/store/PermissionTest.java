package io.github.fitbitproxy.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.Skip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the operating system can refuse, met by a process of its own. */
@EnabledOnOs(OS.LINUX)
class PermissionTest {

    @TempDir
    Path directory;

    @Test
    void startsWhereItMayWrite() throws Exception {
        assertThat(probe(List.of(), 3)).containsExactly("started", "wrote", "read: true");
    }

    @Test
    void refusesADirectoryThatItMayNotWrite() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(probe(unprivileged(), 3))
                .singleElement()
                .asString()
                .startsWith("refused: The data directory " + data + " cannot be written")
                .contains("proxy.data-dir");
    }

    @Test
    void refusesButNeverMovesAFileThatItMayNotRead() throws Exception {
        probe(List.of(), 3);
        Path data = directory.resolve("data");
        Path file = data.resolve("fitbit-proxy.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        assertThat(probe(unprivileged(), 3))
                .singleElement()
                .asString()
                .startsWith("refused: ")
                .contains(file.toString())
                .contains("user");
        assertThat(data.toFile().list()).allMatch(name -> !name.contains("corrupt"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(probe(List.of(), 3)).contains("read: true");
    }

    @Test
    void refusesAFileThatItMayOnlyRead() throws Exception {
        probe(List.of(), 3);
        Path file = directory.resolve("data/fitbit-proxy.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThat(probe(unprivileged(), 3))
                .singleElement()
                .asString()
                .startsWith("refused: ")
                .contains(file.toString())
                .contains("cannot be written by the user");
    }

    /** No file may grow beyond three megabytes: to the program it looks like a disk that takes no more. */
    @Test
    void readsOnWhenFilesCanGrowNoMore() throws Exception {
        List<String> said = probe(List.of("bash", "-c", "ulimit -f 3000; exec \"$@\"", "limited"), 600);

        assertThat(said).hasSize(3);
        assertThat(said.get(1))
                .startsWith("failed: ")
                .contains(directory.toString())
                .contains("disk");
        assertThat(said.get(2)).isEqualTo("read: true");
    }

    @Test
    void saysWhereSqliteCannotBeUnpacked() throws Exception {
        assertThat(probe(List.of("bash", "-c", "ulimit -f 100; exec \"$@\"", "limited"), 3))
                .singleElement()
                .asString()
                .startsWith("refused: SQLite's library cannot be unpacked to ")
                .contains("java.io.tmpdir");
    }

    @Test
    void leavesNothingBehindWhereSqliteWasUnpackedEvenIfItIsKilled() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));

        assertThat(probe(List.of("env", "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temporary), 3))
                .contains("wrote");
        assertThat(temporary.toFile().list((place, name) -> name.contains("sqlite")))
                .isEmpty();
    }

    /** Runs the probe under a command; what it said. */
    private List<String> probe(List<String> under, int days) throws IOException {
        List<String> command = new ArrayList<>(under);
        command.addAll(
                ChildJvm.command(StartProbe.class, directory.resolve("data").toString(), String.valueOf(days)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output =
                process.inputReader(StandardCharsets.UTF_8).lines().toList();
        List<String> said = output.stream()
                .filter(line -> line.startsWith("PROBE "))
                .map(line -> line.substring("PROBE ".length()))
                .toList();
        assertThat(said).as("output %s", output).isNotEmpty();
        return said;
    }

    /** Takes from root what lets it ignore permissions; anybody else has to heed them anyway. */
    private static List<String> unprivileged() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        Skip.unless(
                Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "root needs setpriv for it (Debian package util-linux)");
        return List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
    }
}
