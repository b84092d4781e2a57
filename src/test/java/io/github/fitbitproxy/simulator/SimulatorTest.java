package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.error;
import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.scribejava.core.model.Verb;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    private static final String DEVICES = "/1/user/-/devices.json";

    @AutoClose
    private final RunningSimulator running =
            new RunningSimulator(SimulatorSettings.onFreePort().withCallsPerHour(3));

    @Test
    void tellsTheRateLimitOnEveryAnswer() {
        HttpResponse<String> right = running.get(DEVICES);
        HttpResponse<String> refused = running.get("/1.2/user/-/sleep/date/tomorrow.json");

        assertThat(right.headers().firstValue("Fitbit-Rate-Limit-Limit")).contains("3");
        assertThat(right.headers().firstValue("Fitbit-Rate-Limit-Remaining")).contains("2");
        assertThat(right.headers().firstValue("Fitbit-Rate-Limit-Reset")).contains("2400");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Fitbit-Rate-Limit-Remaining")).contains("1");
    }

    @Test
    void limitsEachWearerPerClockHour() {
        for (int call = 0; call < 3; call++) {
            assertThat(running.get(DEVICES, 1).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> exceeded = running.get(DEVICES, 1);

        assertThat(exceeded.statusCode()).isEqualTo(429);
        assertThat(exceeded.headers().firstValue("Fitbit-Rate-Limit-Remaining")).contains("0");
        assertThat(error(exceeded).path("errorType").asText()).isEqualTo("system");
        assertThat(error(exceeded).path("message").asText()).isEqualTo("Too Many Requests");
        assertThat(running.get(DEVICES, 2).statusCode()).isEqualTo(200);
        running.clock.advance(Duration.ofMinutes(40));
        assertThat(running.get(DEVICES, 1).statusCode()).isEqualTo(200);
    }

    @Test
    void knowsTheCallerByEncodedIdAndRefusesOthers() {
        assertThat(json(running.get("/1/user/9SIM01/profile.json"))
                        .at("/user/encodedId")
                        .asText())
                .isEqualTo("9SIM01");
        HttpResponse<String> foreign = running.get("/1/user/9SIM02/profile.json");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(error(foreign).path("errorType").asText()).isEqualTo("insufficient_permissions");
    }

    @Test
    void isReadOnly() {
        String path = "/1.2/user/-/sleep.json";
        HttpResponse<String> response = running.send(HttpRequest.newBuilder(running.url(path))
                .header("Authorization", running.sign(Verb.POST, path, RunningSimulator.token(1), running.service()))
                .POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void knowsNoOtherPaths() {
        HttpResponse<String> response = running.get("/1/user/-/foods.json");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(error(response).path("errorType").asText()).isEqualTo("not_found");
    }

    @Test
    void tellsItsOwnTime() {
        running.clock.advance(Duration.ofSeconds(5));

        assertThat(running.get(DEVICES).headers().firstValue("Date")).contains("Sat, 21 Nov 2026 09:20:05 GMT");
        running.clock.set(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(running.get(DEVICES).headers().firstValue("Date")).contains("Tue, 01 Dec 2026 00:00:00 GMT");
    }

    @Test
    void compressesWhenAsked() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(running.url("/_simulator"))
                .header("Accept-Encoding", "gzip")
                .build();

        HttpResponse<byte[]> response = running.http.send(request, BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.body()).startsWith(0x1f, 0x8b);
    }

    @Test
    void refusesBadlyEncodedQueries() throws Exception {
        assertThat(running.rawStatusLine("GET /_simulator/calls?prefix=%zz HTTP/1.1"))
                .contains(" 400 ");
    }

    @Test
    void saysWhichPortIsTaken() {
        int taken = running.simulator.port();

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        RunningSimulator.start(SimulatorSettings.onFreePort().withPort(taken)))
                .withMessage("The simulator cannot listen on 127.0.0.1:" + taken
                        + ". Is the port taken? Choose another simulator.port.");
    }

    @Test
    void keepsSecretsOutOfItsDescription() {
        assertThat(SimulatorSettings.onFreePort().toString()).doesNotContain("demo-secret");
    }
}
