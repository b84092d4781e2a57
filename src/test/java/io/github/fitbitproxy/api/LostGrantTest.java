package io.github.fitbitproxy.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.fitbitproxy.oauth.SealedStore;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Starts the application anew: a grant that is lost stays lost until somebody reconnects. */
@QuarkusTest
@TestProfile(LostGrantTest.OwnApplication.class)
@WithTestResource(SimulatedCloud.class)
class LostGrantTest {

    public static class OwnApplication implements QuarkusTestProfile {}

    @Inject
    MovableClock clock;

    @Inject
    SealedStore store;

    @Test
    void letsAGrantThatCannotBeDecryptedConcernItsOwnPersonAlone() {
        store.compareAndReplace("grant", "zoe", 0, new byte[] {1, 2, 3}, Instant.EPOCH);
        try {
            given().get("/sleep/2026-11-20?person=zoe")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("/problems/reauthorisation-required"))
                    .body("detail", containsString("key"));
            given().get("/sleep/2026-11-20?person=me").then().statusCode(200);
            given().get("/status")
                    .then()
                    .statusCode(200)
                    .body("people.find { it.person == 'zoe' }.connection", equalTo("reauthorisation-required"));
        } finally {
            store.delete("grant", "zoe");
        }
    }

    @Test
    void answersStoredDaysStaleAndAsksForANewConnectionOtherwise() {
        given().get("/sleep/2026-11-20").then().statusCode(200);
        clock.advance(Duration.ofHours(30));
        Faults.on("/", "revoked-token");

        given().get("/sleep/2026-11-20")
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("stale, reauthorisation-required"));
        given().get("/sleep/2026-10-20")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/reauthorisation-required"))
                .body("setup", equalTo("/setup"));

        int calls = Faults.calls("/");
        for (int day = 10; day < 20; day++) {
            given().get("/sleep/2026-10-" + day).then().statusCode(503);
        }
        assertThat(Faults.calls("/")).as("a dead grant is not hammered").isEqualTo(calls);
    }
}
