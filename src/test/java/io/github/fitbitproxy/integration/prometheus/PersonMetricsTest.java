package io.github.fitbitproxy.integration.prometheus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.integration.Figures;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.Skip;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /q/metrics} against the answers, and against Prometheus' own linter where it is installed. */
@QuarkusTest
@TestProfile(PersonMetricsTest.OwnApplication.class)
@WithTestResource(SimulatedCloud.class)
class PersonMetricsTest {

    public static class OwnApplication implements QuarkusTestProfile {}

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)\\{([^}]*)} (\\S+)");

    @Inject
    MovableClock clock;

    @BeforeEach
    void beginANewDay() {
        clock.advance(Duration.ofDays(1));
    }

    private static String scrape() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    /** In the older of the two formats, which is the one that {@code promtool} reads. */
    private static String scrapeText() {
        return given().accept("text/plain; version=0.0.4")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Our samples, by {@code name{labels}}. */
    private static Map<String, Double> samples() {
        Map<String, Double> samples = new TreeMap<>();
        scrape().lines().filter(line -> line.startsWith("fitbit_proxy_")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            String labels = Arrays.stream(sample.group(2).split(","))
                    .filter(label -> !label.isEmpty())
                    .collect(Collectors.joining(","));
            Double before = samples.put(sample.group(1) + "{" + labels + "}", Double.valueOf(sample.group(3)));
            assertThat(before).as(line).isNull();
        });
        return samples;
    }

    @Test
    void showsTheFiguresOfTodayInBaseUnits() {
        JsonPath sleep = given().get("/sleep/today").jsonPath();
        JsonPath activities = given().get("/activities/today").jsonPath();
        Map<String, Double> samples = samples();
        assertThat(samples)
                .containsEntry("fitbit_proxy_sleep_asleep_seconds{person=\"me\"}", sleep.getInt("minutesAsleep") * 60.0)
                .containsEntry("fitbit_proxy_sleep_deep_seconds{person=\"me\"}", sleep.getInt("stages.deep") * 60.0)
                .containsEntry("fitbit_proxy_sleep_efficiency_ratio{person=\"me\"}", sleep.getInt("efficiency") / 100.0)
                .containsEntry("fitbit_proxy_sleep_end_timestamp_seconds{person=\"me\"}", (double)
                        OffsetDateTime.parse(sleep.getString("endTime")).toEpochSecond())
                .containsEntry("fitbit_proxy_activities_steps{person=\"me\"}", (double) activities.getInt("steps"))
                .containsEntry(
                        "fitbit_proxy_activities_energy_burned_joules{person=\"me\"}",
                        activities.getInt("caloriesOut") * 4184.0);
    }

    @Test
    void showsHowOldAndHowSettledTheyAreAndHowTheConnectionStands() {
        given().get("/sleep/today");
        clock.advance(Duration.ofMinutes(7));
        Map<String, Double> samples = samples();
        assertThat(samples)
                .containsEntry("fitbit_proxy_day_age_seconds{kind=\"sleep\",person=\"me\"}", 420.0)
                .containsEntry("fitbit_proxy_day_status{kind=\"sleep\",person=\"me\",status=\"partial\"}", 1.0)
                .containsEntry("fitbit_proxy_day_status{kind=\"sleep\",person=\"me\",status=\"final\"}", 0.0)
                .containsEntry("fitbit_proxy_person_connection{person=\"me\",state=\"connected\"}", 1.0)
                .containsEntry("fitbit_proxy_person_connection{person=\"me\",state=\"reauthorisation-required\"}", 0.0);
        assertThat(samples.get("fitbit_proxy_device_sync_timestamp_seconds{kind=\"sleep\",person=\"me\"}"))
                .isLessThanOrEqualTo(clock.instant().getEpochSecond());
    }

    @Test
    void hasNoSampleOfWhatIsNotKnown() {
        // The person is known from yesterday, but nobody has asked for today.
        given().get("/sleep/yesterday");
        int calls = Faults.calls("/");
        assertThat(samples().keySet())
                .noneMatch(name -> name.startsWith("fitbit_proxy_sleep_") || name.startsWith("fitbit_proxy_day_"))
                .anyMatch(name -> name.startsWith("fitbit_proxy_person_connection"));
        assertThat(Faults.calls("/")).as("a scrape asks the cloud nothing").isEqualTo(calls);
    }

    @Test
    void hasAHelpTextAndATypeForEveryGauge() {
        given().get("/sleep/today");
        given().get("/activities/today");
        List<String> lines = scrape().lines().toList();
        samples().keySet().stream()
                .map(name -> name.substring(0, name.indexOf('{')))
                .distinct()
                .forEach(name -> {
                    if (!name.endsWith("_total")) {
                        assertThat(lines).as(name).anyMatch(line -> line.startsWith("# HELP " + name + " "));
                        assertThat(lines).contains("# TYPE " + name + " gauge");
                    }
                });
        assertThat(Figures.ALL)
                .allSatisfy(figure ->
                        assertThat(PersonMetrics.name(figure)).doesNotContain("minutes", "calories", "percent"));
    }

    @Test
    void passesPrometheusOwnLinter() throws IOException, InterruptedException {
        given().get("/sleep/today");
        given().get("/activities/today");
        given().get("/heart/today");
        given().get("/body/today");
        given().get("/vitals/today");
        Skip.unless(isInstalled("promtool"), "promtool is not installed (Debian package prometheus)");
        Path metrics = Files.createTempFile("metrics", ".txt");
        // Quarkus' own meters do not all keep to the rules.
        String ours = scrapeText()
                .lines()
                .filter(line -> line.matches("(# (HELP|TYPE) )?fitbit_proxy_.*"))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(metrics, ours);
        assertThat(promtool(metrics, "check", "metrics")).isBlank();
        assertThat(promtool(metrics, "check", "rules", "examples/prometheus/alerts.yml"))
                .contains("SUCCESS");
    }

    /** What it says, having found nothing wrong. */
    private static String promtool(Path input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process promtool = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(output).isZero();
        return output;
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
