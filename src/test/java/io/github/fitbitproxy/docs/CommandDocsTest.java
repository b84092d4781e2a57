package io.github.fitbitproxy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.ShellBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every command that a page shows is run by something, or it is said here why it cannot be. */
class CommandDocsTest {

    /**
     * Who runs a command.
     *
     * @param command a regular expression for the whole of it
     * @param by a test class, a script below {@code src/test/scripts}, or after a dash why nothing runs it
     */
    private record Check(String command, String by) {}

    private static final List<Check> CHECKS = List.of(
            new Check("\\./mvnw quarkus:dev", "ReadmeIT"),
            new Check("curl '?localhost:8080/.*", "ReadmeIT"),
            new Check("\\./mvnw verify", "- it runs this test"),
            new Check("\\./mvnw package -DskipTests", "- less than what makes the jar that the packaged tests run"),
            new Check("export GOOGLE_HEALTH_CLIENT_ID=\\S+ GOOGLE_HEALTH_CLIENT_SECRET=\\S+", "ConnectingIT"),
            new Check("java -jar target/quarkus-app/quarkus-run\\.jar", "ConnectingIT"),
            new Check("TOKEN=.*", "ConnectingIT"),
            new Check("(?s)curl .*http://raspberrypi\\.local:8080/.*", "ConnectingIT"),
            new Check("openssl rand -base64 32 >key", "ConnectingIT"),
            new Check("sudo apt install \\./target/fitbit-proxy_\\*_all\\.deb", "deb-lifecycle"),
            new Check("sudo apt (remove|purge) fitbit-proxy", "deb-lifecycle"),
            new Check("sudo (systemctl|journalctl) .*", "deb-lifecycle"),
            new Check("\\./mvnw verify -Dnative -Dquarkus\\.native\\.container-build=true", "- the workflows run it"),
            new Check("\\(umask 077; printf .* >docker/\\.env\\)", "ComposeFilesTest"),
            new Check("docker/make-secrets", "ComposeFilesTest"),
            new Check("docker compose -f docker/compose\\S*\\.yaml (up|up -d|logs fitbit-proxy)", "ComposeFilesTest"),
            new Check("docker build -f docker/Dockerfile\\.jvm -t fitbit-proxy:\\S+ \\.", "image-smoke"),
            new Check("docker save .* \\| sudo k3s ctr images import -", "- needs a k3s"),
            new Check("kubectl apply -k k8s/overlays/\\w+", "ManifestsTest"),
            new Check("kubectl apply -f k8s/monitoring/service-monitor\\.yaml", "ManifestsTest"),
            new Check("kubectl apply -f k8s/base/namespace\\.yaml", "KubernetesPageTest"),
            new Check("kubectl -n fitbit-proxy create secret generic .*", "KubernetesPageTest"),
            new Check(
                    "kubectl -n fitbit-proxy (rollout restart|rollout status|logs|port-forward) .*",
                    "KubernetesPageTest"),
            new Check(
                    "sqlite3 data/fitbit-proxy\\.db < docs/move-to-postgresql\\.sql \\| psql .*",
                    "MoveToPostgresqlTest"),
            new Check("sqlite3 .*|gunzip .*|pg_dump .*", "- SQLite's and PostgreSQL's own programs"));

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static boolean exists(String test) throws IOException {
        if (Files.isExecutable(Path.of("src/test/scripts", test))) {
            return true;
        }
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            return tests.anyMatch(file -> file.endsWith(test + ".java"));
        }
    }

    @Test
    void everyCommandIsRunOrSaidWhyNot() throws IOException {
        List<String> unchecked = new ArrayList<>();
        TreeSet<String> used = new TreeSet<>();
        for (Path page : pages()) {
            for (String command : ShellBlocks.of(page)) {
                List<Check> checks = CHECKS.stream()
                        .filter(check -> command.matches(check.command()))
                        .toList();
                checks.forEach(check -> used.add(check.command()));
                if (checks.isEmpty()) {
                    unchecked.add(page + ": " + command);
                }
            }
        }
        assertThat(unchecked).as("commands that nobody runs").isEmpty();
        assertThat(CHECKS).allSatisfy(check -> {
            assertThat(used).as("no page shows it any more").contains(check.command());
            assertThat(check.by().startsWith("- ") || exists(check.by()))
                    .as("there is no %s", check.by())
                    .isTrue();
        });
    }

    @Test
    void everyCommandIsGoodShell() throws Exception {
        for (Path page : pages()) {
            for (String command : ShellBlocks.of(page)) {
                Process shell = new ProcessBuilder("sh", "-n", "-c", command)
                        .redirectErrorStream(true)
                        .start();
                String complaint = new String(shell.getInputStream().readAllBytes());
                assertThat(shell.waitFor())
                        .as("%s: %s\n%s", page, command, complaint)
                        .isZero();
            }
        }
    }
}
