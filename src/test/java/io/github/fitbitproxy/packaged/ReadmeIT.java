package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.FreePort;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README says, in a folder that has nothing but what is in the repository. */
class ReadmeIT {

    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher block = COMMANDS.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            commands.addAll(block.group(1).lines().toList());
        }
        return commands;
    }

    private String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(command + "\n" + output).isZero();
        return output;
    }

    @Test
    void answersOnInventedDataAfterTheFirstCommand() throws Exception {
        List<String> commands = commands();
        assertThat(commands).contains("./mvnw quarkus:dev", "./mvnw verify");
        Process copy = new ProcessBuilder(
                        "sh",
                        "-c",
                        "git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C '"
                                + folder + "'")
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();

        int port = FreePort.find();
        File log = folder.resolve("dev.log").toFile();
        ProcessBuilder dev = new ProcessBuilder(
                        "./mvnw", "-B", "quarkus:dev", "-Dquarkus.console.enabled=false", "-Ddebug=false")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        dev.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        dev.environment().put("SIMULATOR_PORT", String.valueOf(FreePort.find()));
        Process service = dev.start();
        try {
            List<String> curls = commands.stream()
                    .filter(command -> command.startsWith("curl "))
                    .toList();
            assertThat(curls).hasSizeGreaterThanOrEqualTo(2);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        assertThat(service.isAlive())
                                .as(Files.readString(log.toPath()))
                                .isTrue();
                        return new ProcessBuilder("sh", "-c", "curl -sf localhost:" + port + "/q/health/ready")
                                        .start()
                                        .waitFor()
                                == 0;
                    });
            for (String curl : curls) {
                String answer =
                        run(curl.replace("localhost:8080", "localhost:" + port).replace("curl ", "curl -sf "));
                if (curl.contains("text/csv")) {
                    assertThat(answer.lines())
                            .as(curl)
                            .hasSize(31)
                            .allMatch(row -> row.contains("demo-google-health") || row.startsWith("date,"));
                } else {
                    assertThat(JsonPath.from(answer).getMap("$")).as(curl).isNotEmpty();
                    assertThat(answer).as(curl).containsAnyOf("\"upstream\":\"demo-google-health\"", "\"metrics\":");
                }
            }
        } finally {
            service.descendants().forEach(ProcessHandle::destroy);
            service.destroy();
            service.waitFor();
        }
    }
}
