package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wearer whose phone syncs every other evening, watched over four days by a dashboard that polls every quarter of an hour. */
@QuarkusTest
@TestProfile(LateSyncTest.OwnApplication.class)
@WithTestResource(
        value = SimulatedCloud.class,
        initArgs = {
            @ResourceArg(name = "fitbit.token", value = "demo-token-4"),
            @ResourceArg(name = "fitbit.token-secret", value = "demo-secret-4")
        })
class LateSyncTest {

    public static class OwnApplication implements QuarkusTestProfile {}

    private static final String NIGHT = "2026-11-22";

    @Inject
    MovableClock clock;

    @Test
    void picksUpANightThatArrivesDaysLateAndNeverCallsItSettledBefore() {
        List<String> told = new ArrayList<>();
        clock.advance(Duration.ofDays(1));
        int callsBefore = Faults.calls("/1.2/");
        for (int poll = 0; poll < 4 * 24 * 4; poll++) {
            JsonPath night = given().get("/sleep/" + NIGHT).jsonPath();
            String status = night.getString("status");
            String asleep = night.getString("minutesAsleep");
            String line = status + " " + (asleep == null ? "unknown" : "known");
            if (told.isEmpty() || !told.get(told.size() - 1).equals(line)) {
                told.add(line);
            }
            clock.advance(Duration.ofMinutes(15));
        }
        assertThat(told).first().isEqualTo("partial unknown");
        assertThat(told).last().isEqualTo("provisional known");
        assertThat(told).noneMatch(line -> line.equals("provisional unknown") || line.startsWith("final"));
        assertThat(Faults.calls("/1.2/") - callsBefore)
                .as("re-checks become rarer with the age of the night")
                .isLessThan(150);
    }
}
