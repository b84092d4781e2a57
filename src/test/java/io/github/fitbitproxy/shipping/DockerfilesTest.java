package io.github.fitbitproxy.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an image is made of and how it runs, read from its Dockerfile; {@code image-smoke} builds and runs one. */
class DockerfilesTest {

    private record Instruction(String name, String arguments) {}

    private static List<Instruction> read(String file) throws IOException {
        String text = Files.readString(Path.of("docker", file))
                .replaceAll("(?m)^#.*\\n", "")
                .replaceAll("\\\\\\n\\s*", " ");
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\s+", 2))
                .map(parts -> new Instruction(parts[0], parts[1]))
                .toList();
    }

    /** Of the last stage, which is the image. */
    private static List<String> all(String name, List<Instruction> file) {
        List<Instruction> image = new ArrayList<>();
        for (Instruction instruction : file) {
            if (instruction.name().equals("FROM")) {
                image.clear();
            }
            image.add(instruction);
        }
        return image.stream()
                .filter(instruction -> instruction.name().equals(name))
                .map(Instruction::arguments)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void runsAsNobodyWithoutAShell(String name) throws IOException {
        List<Instruction> file = read(name);
        assertThat(all("USER", file)).containsExactly("10001:10001");
        assertThat(all("VOLUME", file)).containsExactly("/data");
        assertThat(all("EXPOSE", file)).containsExactly("8080");
        assertThat(all("ENTRYPOINT", file))
                .singleElement()
                .satisfies(command -> assertThat(command).startsWith("[\""));
        assertThat(all("HEALTHCHECK", file))
                .singleElement()
                .satisfies(check -> assertThat(check).contains("CMD [\"").endsWith("\"health\"]"));
        assertThat(file).extracting(Instruction::name).doesNotContain("ADD", "MAINTAINER");
        assertThat(file.stream().filter(instruction -> instruction.name().equals("FROM")))
                .allSatisfy(from -> assertThat(from.arguments())
                        .matches("scratch|[\\w-]+:[\\w.${}-]+( AS \\w+)?")
                        .doesNotContain(":latest"));
    }

    /** The build sees what {@code .dockerignore} lets through, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void copiesWhatTheBuildMaySee(String name) throws IOException {
        List<String> seen = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(read(name).stream()
                        .filter(instruction -> instruction.name().equals("COPY"))
                        .filter(copy -> !copy.arguments().startsWith("--from="))
                        .flatMap(copy -> {
                            List<String> words = List.of(copy.arguments().split("\\s+"));
                            return words.subList(0, words.size() - 1).stream();
                        }))
                .isNotEmpty()
                .allSatisfy(source -> {
                    assertThat(seen).contains(source);
                    assertThat(source.startsWith("target/") || Files.exists(Path.of(source)))
                            .as(source)
                            .isTrue();
                });
    }

    @Test
    void keepsToTheRulesOfShellScripts() throws Exception {
        List<String> command = new ArrayList<>(List.of("shellcheck", "--severity=warning", ".ci/run", "docker/train"));
        command.addAll(List.of("docker/make-secrets", "docker/native-root", "src/deb/run-jar", "src/deb/run-native"));
        for (String folder : List.of("src/test/scripts", "src/deb/control")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> !file.endsWith("control")).forEach(file -> command.add(file.toString()));
            }
        }
        try {
            Process shellcheck =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(shellcheck.getInputStream().readAllBytes());
            assertThat(shellcheck.waitFor()).as(output).isZero();
        } catch (IOException e) {
            Skip.unless(false, "shellcheck is not installed");
        }
    }
}
