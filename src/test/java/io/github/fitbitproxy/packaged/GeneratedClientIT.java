package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.FreePort;
import io.github.fitbitproxy.support.PackagedService;
import io.github.fitbitproxy.support.Skip;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that an unmodified generator makes of the OpenAPI document compiles and understands the answers. */
class GeneratedClientIT {

    private static final Path GENERATOR = Path.of("target/openapi-generator/openapi-generator-cli.jar");

    private static final String LINTER = "@redocly/cli@2.77.0";

    /** Prints what the client has understood. */
    private static final String TALK = """
            import org.openapitools.client.ApiClient;
            import org.openapitools.client.api.ActivitiesApi;
            import org.openapitools.client.api.SleepApi;
            import org.openapitools.client.api.StatusApi;

            public class Talk {
                public static void main(String[] arguments) throws Exception {
                    ApiClient client = new ApiClient();
                    client.updateBaseUri(arguments[0]);
                    SleepApi sleep = new SleepApi(client);
                    var night = sleep.getSleepDay("2026-03-10", null, null, null);
                    System.out.println(night.getMinutesAsleep() + " " + night.getStages().getDeep() + " "
                            + night.getStartTime().toInstant() + " " + night.getLogs().size());
                    var range = sleep.getSleepRange("2026-03-01", "2026-03-03", null, null);
                    System.out.println(range.getDays().size() + " " + range.getMissing().size());
                    var analysis = sleep.getSleepAnalysis("2026-03-01", "2026-03-14", null, 480, null, null, null);
                    System.out.println(analysis.getMetrics().getMinutesAsleep().getValue());
                    var day = new ActivitiesApi(client).getActivityDay("2026-03-10", null, null, null);
                    System.out.println(day.getSteps() + " " + day.getGoals().getSteps());
                    System.out.println(new StatusApi(client).getStatus().getPeople().get(0).getConnection());
                }
            }
            """;

    @TempDir
    Path folder;

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path generate(String document) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("openapi.json"), document);
        Path client = folder.resolve("client");
        run(List.of(
                java(),
                "-jar",
                GENERATOR.toString(),
                "generate",
                "--input-spec=" + input,
                "--generator-name=java",
                "--library=native",
                "--additional-properties=useJakartaEe=true,openApiNullable=false",
                "--output=" + client));
        return client.resolve("src/main/java");
    }

    private Path compile(Path sources) throws IOException {
        Files.writeString(sources.resolve("Talk.java"), TALK);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(sources)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            boolean compiled = compiler.getTask(
                            complaints,
                            manager,
                            null,
                            List.of("-proc:none", "-d", classes.toString()),
                            null,
                            manager.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
        return classes;
    }

    private PackagedService start() {
        return PackagedService.start(
                folder,
                Map.of(
                        "QUARKUS_PROFILE", "demo-oauth1",
                        "SIMULATOR_PORT", String.valueOf(FreePort.find()),
                        "PROXY_DATA_DIR", folder.resolve("data").toString()));
    }

    @Test
    void passesAPublicLinter() throws Exception {
        Skip.unless(System.getenv("OPENAPI_LINT") != null, "OPENAPI_LINT is not set (it takes npx)");
        try (PackagedService service = start()) {
            Path document = Files.writeString(
                    folder.resolve("openapi.json"),
                    service.get("/q/openapi?format=json").body());
            run(List.of("npx", "-y", LINTER, "lint", document.toString(), "--extends=recommended"));
        }
    }

    @Test
    void compilesAndUnderstandsTheAnswers() throws Exception {
        try (PackagedService service = start()) {
            Path classes =
                    compile(generate(service.get("/q/openapi?format=json").body()));
            List<String> understood = new ArrayList<>(run(List.of(
                            java(),
                            "-cp",
                            classes + File.pathSeparator + System.getProperty("java.class.path"),
                            "Talk",
                            service.address("").toString()))
                    .lines()
                    .toList());
            JsonPath night = JsonPath.from(service.get("/sleep/2026-03-10").body());
            JsonPath day = JsonPath.from(service.get("/activities/2026-03-10").body());
            assertThat(understood.get(0))
                    .startsWith(night.getInt("minutesAsleep") + " " + night.getInt("stages.deep") + " ")
                    .endsWith(" " + night.getList("logs").size());
            assertThat(understood.get(1)).isEqualTo("3 0");
            assertThat(Double.parseDouble(understood.get(2))).isBetween(200.0, 700.0);
            assertThat(understood.get(3)).isEqualTo(day.getInt("steps") + " " + day.getInt("goals.steps"));
            assertThat(understood.get(4)).isEqualTo("connected");
        }
    }
}
