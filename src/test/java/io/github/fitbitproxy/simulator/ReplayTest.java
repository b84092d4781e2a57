package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fitbitproxy.support.Skip;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final Path SAMPLES = Path.of("../shared/samples/fitbit");
    private static final String SLEEP = "/1.2/user/-/sleep/date/2016-12-13.json";

    @TempDir
    private Path folder;

    @Test
    void answersWhatWasRecordedByteForByte() throws IOException {
        record(SLEEP, "{ \"sleep\" : [ ] }\n");
        try (RunningSimulator running = replaying()) {
            assertThat(running.get(SLEEP).body()).isEqualTo("{ \"sleep\" : [ ] }\n");
            assertThat(running.get(SLEEP + "?a=b").statusCode()).isEqualTo(200);
            assertThat(running.get(SLEEP.replace("/-/", "/9SIM01/")).statusCode())
                    .isEqualTo(200);
            assertThat(running.get(SLEEP.replace("/-/", "/9SIM02/")).statusCode())
                    .isEqualTo(403);
            assertThat(running.send(HttpRequest.newBuilder(running.url(SLEEP))).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void knowsNothingElseButProfileAndDevices() {
        try (RunningSimulator running = replaying()) {
            assertThat(running.get(SLEEP).statusCode()).isEqualTo(404);
            assertThat(json(running.get("/1/user/-/profile.json")).toString())
                    .isEqualTo("{\"user\":{\"timezone\":\"Europe/Berlin\"}}");
            assertThat(running.get("/1/user/-/devices.json").body()).isEqualTo("[]");
        }
    }

    @Test
    void prefersARecordedProfile() throws IOException {
        record("/1/user/-/profile.json", "{\"user\":{\"timezone\":\"Asia/Tokyo\"}}");
        try (RunningSimulator running = replaying()) {
            assertThat(json(running.get("/1/user/-/profile.json"))
                            .at("/user/timezone")
                            .asText())
                    .isEqualTo("Asia/Tokyo");
        }
    }

    @Test
    void resolvesToday() throws IOException {
        record("/1/user/-/activities/date/2026-11-21.json", "{}");
        try (RunningSimulator running = replaying()) {
            assertThat(running.get("/1/user/-/activities/date/today.json").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void staysInsideItsFolder(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.json"), "{}");
        Files.writeString(folder.resolve("plain.json"), "{}");
        Files.createSymbolicLink(folder.resolve("link.json"), outside.resolve("secret.json"));
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        String climbing = "/../" + outside.getFileName() + "/secret.json";
        try (RunningSimulator running = replaying()) {
            assertThat(running.get("/plain.json").statusCode()).isEqualTo(200);
            assertThat(running.get("/link.json").statusCode()).isEqualTo(404);
            assertThat(running.get("/linked/secret.json").statusCode()).isEqualTo(404);
            assertThat(running.get(climbing).statusCode()).isEqualTo(404);
            assertThat(running.get("/%2e%2e/" + outside.getFileName() + "/secret.json")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void saysWhichFolderIsMissing() {
        Path missing = folder.resolve("missing");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RunningSimulator.start(SimulatorSettings.onFreePort().withReplay(missing)))
                .withMessageContaining("simulator.replay")
                .withMessageContaining(missing.toString());
    }

    @Test
    void replaysRealReplies() throws IOException {
        Skip.unless(Files.isDirectory(SAMPLES), "there are no recorded replies in " + SAMPLES);
        String activities = "/1/user/-/activities/date/2015-06-23.json";
        record(SLEEP, Files.readString(SAMPLES.resolve("sleep-date.json")));
        record(activities, Files.readString(SAMPLES.resolve("activities-date-multiple-in-activities-list.json")));
        try (RunningSimulator running = replaying()) {
            HttpResponse<String> sleep = running.get(SLEEP);
            assertThat(sleep.headers().firstValue("Fitbit-Rate-Limit-Limit")).contains("150");
            assertThat(json(sleep).at("/sleep/1/logId").longValue()).isEqualTo(13_211_507_000L);
            assertThat(json(running.get(activities)).at("/summary/steps").intValue())
                    .isEqualTo(15_242);
        }
    }

    private RunningSimulator replaying() {
        return new RunningSimulator(SimulatorSettings.onFreePort().withReplay(folder));
    }

    private Path record(String path, String body) throws IOException {
        Path file = folder.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, body);
    }
}
