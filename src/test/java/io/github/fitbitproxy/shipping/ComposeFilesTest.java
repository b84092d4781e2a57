package io.github.fitbitproxy.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.fitbitproxy.support.ShellBlocks;
import io.github.fitbitproxy.support.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Docker Compose makes of the files in {@code docker/}, after the commands of {@code docs/install.md}. No engine is needed. */
class ComposeFilesTest {

    private static final String OURS = "fitbit-proxy";

    @TempDir
    Path folder;

    /** Either program that there is: the plugin, or the one of its own that Debian has. */
    private static List<String> compose() {
        return Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                .filter(program -> {
                    try {
                        List<String> version = new ArrayList<>(program);
                        version.add("version");
                        Process process = new ProcessBuilder(version)
                                .redirectErrorStream(true)
                                .start();
                        process.getInputStream().readAllBytes();
                        return process.waitFor() == 0;
                    } catch (IOException e) {
                        return false;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseGet(List::of);
    }

    @BeforeEach
    void copiesTheFolder() throws IOException {
        Path docker = Files.createDirectory(folder.resolve("docker"));
        try (Stream<Path> files = Files.list(Path.of("docker"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, docker.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        // Somebody's own, where this runs among real work.
        Files.deleteIfExists(docker.resolve(".env"));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(FITBIT|GOOGLE|PROXY|STORE|QUARKUS|MQTT)_.*"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        String complaint = new String(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor()).as("%s\n%s", command, complaint).isZero();
        assertThat(complaint).as("what %s complains of", command).doesNotContain("WARN", "not set");
        return output;
    }

    private void documented(String beginning) throws IOException, InterruptedException {
        String command = ShellBlocks.of(Path.of("docs/install.md")).stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
        run(List.of("sh", "-ec", command));
    }

    private JsonNode read(String file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(compose());
        Skip.unless(!command.isEmpty(), "Docker Compose is not installed (Debian package docker-compose)");
        command.addAll(List.of("-f", "docker/" + file, "config"));
        return new YAMLMapper().readTree(run(command)).get("services");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.demo.yaml", "compose.cluster.yaml"})
    void runsTheServiceWithoutAnyRight(String file) throws Exception {
        documented("docker/make-secrets");
        List<JsonNode> services = new ArrayList<>();
        read(file).forEach(service -> {
            if (service.path("image").asText().equals(OURS)) {
                services.add(service);
            }
        });
        assertThat(services).isNotEmpty().allSatisfy(service -> {
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
            assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
            assertThat(service.path("tmpfs").toString()).contains("/tmp:exec");
            assertThat(service.path("privileged").asBoolean()).isFalse();
            Path dockerfile = Path.of(service.at("/build/dockerfile").asText());
            assertThat(dockerfile).exists();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.cluster.yaml"})
    void handsOnEverySettingThatIsDocumented(String file) throws Exception {
        documented("docker/make-secrets");
        List<String> settings = Pattern.compile("^\\| `((?!simulator|proxy\\.data-dir)[a-z][^`]*)`", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                // What the cluster keeps in files of its own.
                .filter(name -> file.equals("compose.yaml")
                        || !List.of("STORE_PASSWORD", "PROXY_ADMIN_TOKEN").contains(name))
                .toList();
        assertThat(settings).contains("PROXY_API_KEYS", "MQTT_URL");
        Files.writeString(
                folder.resolve("docker/.env"),
                settings.stream().map(name -> name + "=of-the-user\n").collect(Collectors.joining()));
        JsonNode services = read(file);
        JsonNode environment =
                services.path(services.has(OURS) ? OURS : OURS + "-3").path("environment");
        assertThat(settings)
                .allSatisfy(name -> assertThat(environment.path(name).asText())
                        .as(name)
                        .isIn("of-the-user", ofTheCluster(file, name)));
    }

    private static String ofTheCluster(String file, String name) {
        return file.equals("compose.yaml")
                ? "of-the-user"
                : switch (name) {
                    case "STORE_URL" -> "jdbc:postgresql://postgres:5432/fitbit";
                    case "STORE_USERNAME" -> "fitbit";
                    case "STORE_PASSWORD_FILE" -> "/run/secrets/store-password";
                    case "PROXY_KEY_FILE" -> "/run/secrets/key";
                    case "PROXY_ADMIN_TOKEN_FILE" -> "/run/secrets/admin-token";
                    default -> "of-the-user";
                };
    }

    @Test
    void neverPutsTheDemoInThePlaceOfTheRealService() throws Exception {
        assertThat(read("compose.demo.yaml").has(OURS)).isFalse();
        assertThat(read("compose.demo.yaml").toString()).contains("/data:uid=10001");
    }

    @Test
    void readsTheAppThatStandsInTheFileOfSettings() throws Exception {
        documented("(umask 077; ");
        assertThat(Files.getPosixFilePermissions(folder.resolve("docker/.env"))).hasSize(2);
        JsonNode service = read("compose.yaml").get(OURS);
        assertThat(service.at("/environment/GOOGLE_HEALTH_CLIENT_ID").asText()).isEqualTo("your-id");
        assertThat(service.at("/environment/GOOGLE_HEALTH_CLIENT_SECRET").asText())
                .isEqualTo("your-secret");
        assertThat(service.path("volumes").toString()).contains("data", "/data");
        documented("docker/make-secrets");
        assertThat(read("compose.cluster.yaml")
                        .at("/fitbit-proxy-2/environment/GOOGLE_HEALTH_CLIENT_ID")
                        .asText())
                .isEqualTo("your-id");
    }
}
