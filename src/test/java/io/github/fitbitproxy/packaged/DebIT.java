package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Debian package on a Debian that runs systemd: {@code src/test/scripts/deb-lifecycle} says how. */
class DebIT {

    private static final Path PACKAGE = Path.of(System.getProperty("deb"));

    /** What it takes beyond a Debian with systemd, and in which package that is. */
    private static final List<String> TOOLS =
            List.of("dpkg-deb", "systemd-nspawn", "systemd-sysusers", "unshare", "nsenter", "curl");

    private static boolean has(String tool) {
        return Stream.of("/usr/bin", "/bin", "/usr/sbin").anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static List<String> missing() {
        Stream<String> tools = TOOLS.stream().filter(tool -> !has(tool));
        Stream<String> root = "root".equals(System.getProperty("user.name")) ? Stream.of() : Stream.of("being root");
        return Stream.concat(tools, root).toList();
    }

    private record Ended(int status, String output) {}

    private static Ended run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    @Test
    void isInstalledUpgradedRemovedAndPurged() throws Exception {
        List<String> missing = missing();
        Skip.unless(missing.isEmpty(), "this machine lacks " + String.join(", ", missing));
        Ended lifecycle = run("src/test/scripts/deb-lifecycle", PACKAGE.toString());
        assertThat(lifecycle.status()).as(lifecycle.output()).isZero();
        assertThat(lifecycle.output())
                .contains("ok: installed", "ok: killed", "ok: upgraded", "ok: removed", "ok: purged");
    }

    @Test
    void pleasesLintian() throws Exception {
        Skip.unless(has("lintian"), "lintian is not installed");
        Ended lintian = run("lintian", "--allow-root", "--fail-on", "error,warning", PACKAGE.toString());
        assertThat(lintian.status()).as(lintian.output()).isZero();
    }
}
