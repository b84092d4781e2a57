package io.github.fitbitproxy.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files and settings that installing names, on the pages and in what is installed: all of them are there. */
class ShippedNamesTest {

    private static final List<String> PAGES =
            List.of("README.md", "docs/install.md", "docs/kubernetes.md", "docs/connecting.md");

    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w./-])(?:\\./)?((?:src|docker|k8s|docs)/[\\w./-]+|mvnw)");
    private static final Pattern SETTING =
            Pattern.compile("\\b((?:FITBIT|PROXY|STORE|SIMULATOR|TAKEOUT|MQTT|GOOGLE)_[A-Z_]+)\\b");

    private static List<String> commands(String page) throws IOException {
        return SHELL.matcher(Files.readString(Path.of(page)))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    /** The environment variables of the settings that {@code docs/configuration.md} has. */
    private static Set<String> settings() throws IOException {
        return found(Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|"), Files.readString(Path.of("docs/configuration.md")))
                .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyFileThatACommandNamesIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String page : PAGES) {
            assertThat(commands(page)).as(page).isNotEmpty();
            commands(page).forEach(command -> found(FILE, command).forEach(named::add));
        }
        assertThat(named).contains("docker/compose.yaml", "k8s/overlays/single");
        assertThat(named.remove("docker/.env")).as("which a command writes").isTrue();
        assertThat(named).allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void everySettingThatIsNamedIsRead() throws IOException {
        List<Path> files = new ArrayList<>(PAGES.stream().map(Path::of).toList());
        for (String folder : List.of("docker", "k8s", "src/deb")) {
            try (Stream<Path> tree = Files.walk(Path.of(folder))) {
                tree.filter(Files::isRegularFile)
                        .filter(file -> !file.startsWith("docker/secrets"))
                        .forEach(files::add);
            }
        }
        Set<String> settings = settings();
        for (Path file : files) {
            assertThat(found(SETTING, Files.readString(file)))
                    .as(file.toString())
                    .allSatisfy(setting -> assertThat(settings).contains(setting));
        }
    }
}
