package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.FreePort;
import io.github.fitbitproxy.support.PackagedService;
import io.github.fitbitproxy.support.ShellBlocks;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/connecting.md} says, command by command, with the consent page of an invented Google. */
class ConnectingIT {

    private static final Path PAGE = Path.of("docs/connecting.md");
    private static final String WRITTEN = "http://raspberrypi.local:8080";

    /** The address that the page pastes, as an example. */
    private static final String PASTED =
            "http://localhost:8080/setup/callback?state=Ovw-bf8f&code=4%2F0Ab_5qln&scope=…";

    @TempDir
    Path folder;

    private String run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-euc", script)
                .directory(folder.toFile())
                .start();
        String output = new String(shell.getInputStream().readAllBytes());
        String complaint = new String(shell.getErrorStream().readAllBytes());
        assertThat(shell.waitFor()).as("%s\n%s%s", script, output, complaint).isZero();
        return output;
    }

    /** The page's one command that has all these words. */
    private static String command(String... words) {
        return ShellBlocks.of(PAGE).stream()
                .filter(command -> Arrays.stream(words).allMatch(command::contains))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no command with " + String.join(", ", words)));
    }

    /** Allows everything, as a wearer who presses the button, and gives the address that the browser then goes to. */
    private static String consent(URI page) throws IOException, InterruptedException {
        String scopes = Arrays.stream(page.getQuery().split("&"))
                .filter(parameter -> parameter.startsWith("scope="))
                .findFirst()
                .orElseThrow()
                .substring("scope=".length());
        String form = "wearer=9SIM01&decision=allow&scope=" + String.join("&scope=", scopes.split(" "));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(page)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void leadsFromTheTokenToTheFirstNightAndBack() throws Exception {
        try (PackagedService service = PackagedService.start(
                folder,
                Map.of(
                        "QUARKUS_PROFILE", "demo",
                        "SIMULATOR_PORT", String.valueOf(FreePort.find()),
                        "PROXY_DATA_DIR", "data",
                        "GOOGLE_HEALTH_REFRESH_TOKEN", ""))) {
            String address = service.address("").toString();
            String signedIn = command("TOKEN=$(") + "\n";
            String begin = command("-d", "\"upstream\"").replace(WRITTEN, address);
            JsonPath begun = JsonPath.from(run(signedIn + begin));
            assertThat(begun.getString("redirectUri")).endsWith("/setup/callback");
            String back = consent(URI.create(begun.getString("consentUrl")));

            String finish = command("/connections/finish").replace(WRITTEN, address);
            assertThat(finish).contains(PASTED);
            assertThat(run(signedIn + finish.replace(PASTED, back))).contains("\"connection\":\"connected\"");

            assertThat(run(command("/sleep/today").replace(WRITTEN, address)))
                    .contains("\"upstream\":\"demo-google-health\"");
            String list = command("$TOKEN\" " + WRITTEN + "/setup/connections");
            assertThat(run(signedIn + list.replace(WRITTEN, address)))
                    .contains("\"person\":\"me\"", "\"connection\":\"connected\"");
            assertThat(run(signedIn + command("DELETE").replace(WRITTEN, address)))
                    .contains("\"revoked\":true");
            assertThat(run(signedIn + list.replace(WRITTEN, address))).doesNotContain("\"connection\":\"connected\"");
        }
    }

    @Test
    void startsWithAnAppAloneAndAKeyOfOnesOwn() throws Exception {
        run(command("openssl"));
        String settings = ShellBlocks.of(Path.of("README.md")).stream()
                .filter(command -> command.startsWith("export GOOGLE_HEALTH"))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = new HashMap<>(Map.of("PROXY_KEY_FILE", "key"));
        for (String setting : settings.substring("export ".length()).split(" ")) {
            environment.put(setting.split("=")[0], setting.split("=")[1]);
        }
        try (PackagedService service = PackagedService.start(folder, environment)) {
            assertThat(service.log()).contains("The admin token for /setup is ");
            assertThat(Files.readString(folder.resolve("data/admin-token"))).hasSizeGreaterThan(16);
            assertThat(service.get("/setup").statusCode()).isEqualTo(200);
            HttpResponse<String> unconnected = service.get("/sleep/today");
            assertThat(unconnected.statusCode()).isEqualTo(503);
            assertThat(unconnected.body()).contains("/problems/not-connected");
        }
    }
}
