package io.github.fitbitproxy.day;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.InMemoryLeaseStore;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.upstream.Sources;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds of a whole day against the simulator, which counts the calls. */
@QuarkusTest
@TestProfile(RefresherTest.OwnApplication.class)
@WithTestResource(SimulatedCloud.class)
class RefresherTest {

    /** What other tests have stored would be refreshed too. */
    public static class OwnApplication implements QuarkusTestProfile {}

    @Inject
    Refresher refresher;

    @Inject
    Members members;

    @Inject
    Sources sources;

    @Inject
    Wearers wearers;

    @Inject
    GuardedCalls guardedCalls;

    @Inject
    DayKeeper keeper;

    @Inject
    Answers answers;

    @Inject
    ProxyConfig config;

    @Inject
    MovableClock clock;

    @BeforeEach
    void waitForTheFirstRound() {
        // Other tests may have left a closed gate or an empty budget behind.
        // Ten past, so that no window of the budget ends inside a short test.
        clock.set(clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(2))
                .plus(Duration.ofMinutes(610)));
    }

    @AfterEach
    void endFaults() {
        Faults.off();
        // Leaves the next test a full budget and an open gate.
        clock.advance(Duration.ofHours(2));
    }

    private static int calls() {
        return Faults.calls("/1");
    }

    private int callsInRounds(int rounds) {
        return callsInRounds(refresher, rounds);
    }

    private int callsInRounds(Refresher who, int rounds) {
        int before = calls();
        for (int round = 0; round < rounds; round++) {
            who.tick();
            clock.advance(Duration.ofMinutes(1));
        }
        return calls() - before;
    }

    @Test
    void staysFarUnderTheBudgetInEveryHourOfADay() {
        callsInRounds(60);
        List<Integer> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.add(callsInRounds(60));
        }
        assertThat(sources.all("demo-fitbit")).hasSize(5);
        // The devices every five minutes; today of sleep and activities after each sync and every quarter of an hour;
        // the
        // other three kinds every half hour, eight calls together. Earlier days: a few.
        assertThat(hours).as("%s", hours).allSatisfy(calls -> assertThat(calls).isBetween(28, 60));
        assertThat(hours.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .as("%s", hours)
                .isLessThan(47);
    }

    @Test
    void keepsTodayAndYesterdayWarm() {
        for (int round = 0; round < 30; round++) {
            refresher.tick();
            for (String path : List.of("/sleep/today", "/sleep/yesterday", "/activities/today")) {
                given().get(path).then().statusCode(200).header("Cache-Status", startsWith("fitbit-proxy; hit; ttl="));
            }
            clock.advance(Duration.ofMinutes(1));
        }
    }

    /** The device syncs within a minute of every quarter of an hour while its wearer is awake. */
    @Test
    void hasTodayWithinMinutesOfEachSync() {
        callsInRounds(30);
        for (int round = 0; round < 60; round++) {
            refresher.tick();
            Instant now = clock.instant();
            Instant quarter = Instant.ofEpochSecond(now.getEpochSecond() / 900 * 900);
            if (Duration.between(quarter, now).toMinutes() >= 7) {
                for (String path : List.of("/sleep/today", "/activities/today")) {
                    String fetchedAt = given().header("Cache-Control", "only-if-cached")
                            .get(path)
                            .jsonPath()
                            .getString("fetchedAt");
                    assertThat(Instant.parse(fetchedAt)).as(path).isAfter(quarter);
                }
            }
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void asksSeldomWhileTheDeviceDoesNotSync() {
        // The wearer sleeps.
        clock.set(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofMinutes(70)));
        callsInRounds(20);
        int sleep = Faults.calls("/1.2/user/-/sleep");
        int vitals = Faults.calls("/1/user/-/spo2");
        callsInRounds(60);
        assertThat(Faults.calls("/1.2/user/-/sleep") - sleep).isBetween(3, 5);
        assertThat(Faults.calls("/1/user/-/spo2") - vitals).isBetween(1, 3);
    }

    @Test
    void asksNothingOfWhatIsFreshAfterARestart() {
        callsInRounds(20);
        for (String path : List.of("/sleep/today", "/activities/today")) {
            given().header("Cache-Control", "no-cache").get(path).then().statusCode(200);
        }
        answers.forgetAll();
        Refresher restarted = new Refresher(
                members,
                sources,
                wearers,
                guardedCalls,
                keeper,
                answers,
                new InMemoryLeaseStore(clock),
                config,
                clock,
                new Random(1));
        assertThat(callsInRounds(restarted, 5)).isZero();
        assertThat(callsInRounds(restarted, 5)).isPositive();
    }

    @Test
    void asksOnceAnHourWhileTheConsentLeavesAKindOut() {
        Faults.on("/1.2/user/-/sleep", "forbidden");
        int before = Faults.calls("/1.2/user/-/sleep");
        callsInRounds(60);
        assertThat(Faults.calls("/1.2/user/-/sleep") - before).isBetween(1, 2);
    }

    @Test
    void leavesACloudThatIsDownAlone() {
        Faults.on("/1", "status-503");
        assertThat(callsInRounds(60)).isBetween(1, 40);
    }

    @Test
    void stopsInFrontOfTheReserve() {
        for (int call = 0; call < 131; call++) {
            given().header("Cache-Control", "no-cache").get("/sleep/2026-01-15");
        }
        assertThat(callsInRounds(5)).isZero();
        given().header("Cache-Control", "no-cache")
                .get("/sleep/2026-01-15")
                .then()
                .statusCode(200)
                .header("RateLimit-Limit", "150")
                .header("Cache-Status", startsWith("fitbit-proxy; fwd="));
        clock.advance(Duration.ofHours(1));
        assertThat(callsInRounds(1)).isPositive();
    }
}
