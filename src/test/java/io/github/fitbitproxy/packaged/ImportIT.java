package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.PackagedService;
import io.github.fitbitproxy.support.TakeoutArchive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports by the packaged service, with a heap of 128 MiB. */
class ImportIT {

    private static final Map<String, String> ALONE =
            Map.of("PROXY_ADMIN_TOKEN", "admin-token-of-the-tests", "PROXY_REFRESH", "false");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private static HttpRequest upload(PackagedService service, Path zip) throws IOException {
        return HttpRequest.newBuilder(service.address("/setup/import?person=anna"))
                .header("Authorization", "Bearer admin-token-of-the-tests")
                // What curl says of --data-binary if nobody says anything else.
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofFile(zip))
                .build();
    }

    @Test
    void completesWhatAPowerCutHasCutShortWhenTheSameFileIsSentAgain() throws Exception {
        TakeoutArchive archive = TakeoutArchive.of("2023-01-01", "2024-06-30", "Europe/Berlin");
        Path zip = archive.zip(folder.resolve("takeout.zip"));
        PackagedService before = PackagedService.start(folder, ALONE);
        var answer = CLIENT.send(upload(before, zip), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && filesRead(line) < 250) {
                assertThat(line).contains("\"running\"");
                line = lines.readLine();
            }
            before.kill();
        } catch (IOException hungUp) {
            // The lines end with the process.
        }

        try (PackagedService after = PackagedService.start(folder, ALONE)) {
            assertThat(Files.list(folder.resolve("data"))
                            .map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("upload-"));
            String done = lastLine(after, zip);
            assertThat(done)
                    .contains("\"state\":\"done\"")
                    .contains("\"activities\":" + archive.told().size());
            int changed = Integer.parseInt(done.replaceAll(".*\"daysChanged\":\\{\"activities\":(\\d+).*", "$1"));
            assertThat(changed).isBetween(1, archive.told().size() - 1);
            assertThat(lastLine(after, zip))
                    .contains("\"daysChanged\":{\"activities\":0,\"body\":0,\"heart\":0,\"sleep\":0,\"vitals\":0}");
            archive.told().forEach((date, told) -> {
                if (date.getDayOfMonth() % 10 == 1 && !TakeoutArchive.isFiller(date)) {
                    assertThat(after.get("/activities/" + date + "?person=anna").body())
                            .contains("\"steps\":" + told.steps() + ",");
                }
            });
        }
    }

    @Test
    void importsWhatTheConfigurationNamesOnceAndDoesNotLetTheStartWait() {
        Path zip =
                TakeoutArchive.of("2024-01-01", "2024-02-15", "Europe/Berlin").zip(folder.resolve("takeout.zip"));
        Map<String, String> named = Map.of(
                "PROXY_ADMIN_TOKEN",
                "admin-token-of-the-tests",
                "PROXY_REFRESH",
                "false",
                "TAKEOUT_PATH",
                zip.toString(),
                "TAKEOUT_PERSON",
                "anna");
        try (PackagedService service = PackagedService.start(folder, named)) {
            Awaitility.await("the import")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> service.log().contains("anna: the import is done"));
            assertThat(service.get("/sleep/2024-01-20?person=anna").body()).contains("\"upstream\":\"takeout\"");
        }
        try (PackagedService again = PackagedService.start(folder, named)) {
            assertThat(again.get("/sleep/2024-01-20?person=anna").body()).contains("\"upstream\":\"takeout\"");
            assertThat(again.log()).doesNotContain("an import begins");
        }
    }

    private static String lastLine(PackagedService service, Path zip) throws Exception {
        String body = CLIENT.send(upload(service, zip), HttpResponse.BodyHandlers.ofString())
                .body();
        return body.strip().substring(body.strip().lastIndexOf('\n') + 1);
    }

    private static int filesRead(String line) {
        return Integer.parseInt(line.replaceAll(".*\"filesRead\":(\\d+).*", "$1"));
    }
}
