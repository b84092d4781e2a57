package io.github.fitbitproxy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.FreePort;
import io.github.fitbitproxy.support.PackagedService;
import io.github.fitbitproxy.support.Skip;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded replies of the real cloud, through the whole path: signed calls, cleaning, JSON. */
class ReplayIT {

    private static final Path SAMPLES = Path.of("../shared/samples/fitbit");

    @TempDir
    Path folder;

    private void record(String sample, String path) throws IOException {
        Path file = folder.resolve("recorded" + path);
        Files.createDirectories(file.getParent());
        Files.copy(SAMPLES.resolve(sample), file);
    }

    @Test
    void tellsTheRecordedDaysWithEveryNumberRight() throws IOException {
        Skip.unless(Files.isDirectory(SAMPLES), "there are no recorded replies in " + SAMPLES);
        record("sleep-date.json", "/1.2/user/-/sleep/date/2016-12-13.json");
        record("activities-date-multiple-in-activities-list.json", "/1/user/-/activities/date/2015-06-23.json");
        try (PackagedService service = PackagedService.start(
                folder,
                Map.of(
                        "QUARKUS_PROFILE", "demo-oauth1",
                        "SIMULATOR_PORT", String.valueOf(FreePort.find()),
                        "SIMULATOR_REPLAY", folder.resolve("recorded").toString()))) {
            JsonPath night = JsonPath.from(service.get("/sleep/2016-12-13").body());
            assertThat(night.getString("upstream")).isEqualTo("demo-fitbit");
            assertThat(night.getInt("minutesAsleep")).isEqualTo(112);
            assertThat(night.getInt("minutesAwake")).isEqualTo(6);
            assertThat(night.getInt("minutesInBed")).isEqualTo(118);
            assertThat(night.getInt("totalMinutesAsleep")).isEqualTo(175);
            assertThat(night.getInt("efficiency")).isEqualTo(95);
            assertThat(night.getInt("reportedEfficiency")).isEqualTo(95);
            assertThat(night.getString("startTime")).isEqualTo("2016-12-13T01:16:00+01:00");
            assertThat(night.getString("endTime")).isEqualTo("2016-12-13T03:14:00+01:00");
            assertThat(night.getMap("stages")).isNull();
            assertThat(night.getInt("naps.count")).isEqualTo(1);
            assertThat(night.getInt("naps.minutesAsleep")).isEqualTo(63);
            assertThat(night.getList("logs.id")).isEqualTo(List.of("13211507000", "13214029456"));
            assertThat(night.getMap("logs[0].classic")).isEqualTo(Map.of("asleep", 112, "restless", 6, "awake", 0));
            assertThat(night.getMap("logs[1].classic")).isEqualTo(Map.of("asleep", 63, "restless", 0, "awake", 0));

            JsonPath day = JsonPath.from(service.get("/activities/2015-06-23").body());
            assertThat(day.getInt("steps")).isEqualTo(15242);
            assertThat(day.getInt("distanceMeters")).isEqualTo(12870);
            assertThat(day.getInt("caloriesOut")).isEqualTo(1218);
            assertThat(day.getList("workouts.name")).isEqualTo(List.of("Swimming", "Run", "Walk"));
            assertThat(day.getList("workouts.startTime"))
                    .containsExactly("2015-06-23T10:00:00+02:00", "2015-06-23T11:55:00+02:00", null);
            assertThat(day.getList("workouts.distanceMeters")).containsExactly(null, 6437, 6437);
            assertThat(day.getInt("goals.distanceMeters")).isEqualTo(8050);
            assertThat(day.getMap("goals").get("floors")).isNull();
            assertThat(day.getList("heartRateZones")).isNull();
        }
    }
}
