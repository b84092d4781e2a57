package io.github.fitbitproxy.simulator;

import static io.github.fitbitproxy.simulator.RunningSimulator.error;
import static io.github.fitbitproxy.simulator.RunningSimulator.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private static final String SLEEP = "/1.2/user/-/sleep/date/2026-11-20.json";

    @AutoClose
    private final RunningSimulator running = new RunningSimulator();

    @ParameterizedTest
    @CsvSource({
        "unauthorised,401",
        "revoked-token,401",
        "forbidden,403",
        "rate-limited,429",
        "status-500,500",
        "status-502,502",
        "status-503,503",
        "status-504,504",
        "gone,410",
        "html,200",
        "pending,200"
    })
    void answersWithTheStatusAsked(String fault, int status) {
        running.control("PUT", "/faults", "[{\"path\":\"/1.2/\",\"fault\":\"" + fault + "\"}]");

        assertThat(running.get(SLEEP).statusCode()).isEqualTo(status);
        assertThat(running.get("/1/user/-/devices.json").statusCode()).isEqualTo(200);
    }

    @Test
    void ceasesAfterTheTimesAsked() {
        running.simulator.faults().add(FaultRule.on("/1.2/", Fault.STATUS_503).times(2));
        running.simulator.faults().add(FaultRule.on("/1.2/", Fault.STATUS_500).times(1));

        assertThat(running.get(SLEEP).statusCode()).isEqualTo(503);
        assertThat(json(running.control("GET", "/faults", "")).at("/0/times").intValue())
                .isEqualTo(1);
        assertThat(running.get(SLEEP).statusCode()).isEqualTo(503);
        assertThat(running.get(SLEEP).statusCode()).isEqualTo(500);
        assertThat(running.get(SLEEP).statusCode()).isEqualTo(200);
    }

    @Test
    void hitsOneWearerOnly() {
        running.simulator.faults().add(FaultRule.on("/", Fault.REVOKED_TOKEN).forWearer("9SIM02"));

        assertThat(running.get(SLEEP, 1).statusCode()).isEqualTo(200);
        HttpResponse<String> revoked = running.get("/1.2/user/9SIM02/sleep/date/2026-11-20.json", 2);
        assertThat(revoked.statusCode()).isEqualTo(401);
        assertThat(error(revoked).path("message").asText()).isEqualTo("Invalid/expired user token: demo-token-2");
    }

    @Test
    void saysWhenToComeBackRightlyWronglyOrNotAtAll() {
        running.simulator.faults().add(FaultRule.on("/", Fault.RATE_LIMITED).times(1));
        running.simulator
                .faults()
                .add(FaultRule.on("/", Fault.RATE_LIMITED_WITHOUT_HEADERS).times(1));
        running.simulator
                .faults()
                .add(FaultRule.on("/", Fault.RATE_LIMITED_CONTRADICTORY).times(1));

        HttpResponse<String> right = running.get(SLEEP);
        HttpResponse<String> silent = running.get(SLEEP);
        HttpResponse<String> wrong = running.get(SLEEP);

        assertThat(right.headers().firstValue("Retry-After")).contains("2400");
        assertThat(right.headers().firstValue("Fitbit-Rate-Limit-Reset")).contains("2400");
        assertThat(silent.headers().map()).doesNotContainKeys("retry-after", "fitbit-rate-limit-reset");
        assertThat(wrong.headers().firstValue("Retry-After")).contains("1");
        assertThat(wrong.headers().firstValue("Fitbit-Rate-Limit-Reset")).contains("2400");
    }

    @Test
    void cutsTheConnectionInTheMiddle() {
        running.simulator.faults().add(FaultRule.on("/1.2/", Fault.HANG_UP));

        assertThatThrownBy(() -> running.get(SLEEP)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void neverAnswersWhenHanging() {
        running.simulator.faults().add(FaultRule.on("/1.2/", Fault.HANG));
        HttpRequest request = HttpRequest.newBuilder(running.url(SLEEP))
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatThrownBy(() -> running.http.send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void answersRightlyButSlowly() {
        running.simulator.faults().add(FaultRule.on("/1.2/", Fault.SLOW).delayedBy(250));
        long before = System.nanoTime();

        assertThat(running.get(SLEEP).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void cutsJsonShort() {
        String whole = running.get(SLEEP).body();
        running.simulator.faults().add(FaultRule.on("/1.2/", Fault.TRUNCATED_JSON));

        assertThat(whole).startsWith(running.get(SLEEP).body());
        assertThatThrownBy(() -> json(running.get(SLEEP))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void putsAByteOrderMarkInFront() {
        running.simulator.faults().add(FaultRule.on("/", Fault.BYTE_ORDER_MARK));

        assertThat(running.get(SLEEP).body()).startsWith("\uFEFF{");
    }

    @Test
    void rewritesJson() {
        JsonNode right = json(running.get(SLEEP));
        JsonNode more = json(running.get(SLEEP, Fault.UNKNOWN_FIELDS));
        JsonNode without = json(running.get(SLEEP, Fault.MISSING_LEVELS));
        JsonNode texts = json(running.get(SLEEP, Fault.NUMBERS_AS_STRINGS));

        assertThat(right.at("/sleep/0/levels").isObject()).isTrue();
        assertThat(more.at("/sleep/0/levels/addedWithoutNotice").isObject()).isTrue();
        assertThat(more.at("/sleep/0/logId")).isEqualTo(right.at("/sleep/0/logId"));
        assertThat(without.at("/sleep/0").has("levels")).isFalse();
        assertThat(texts.at("/sleep/0/duration").isTextual()).isTrue();
        assertThat(texts.at("/sleep/0/duration").asText())
                .isEqualTo(right.at("/sleep/0/duration").asText());
    }

    @Test
    void refusesARightClockWhenItsOwnIsOff() {
        running.simulator.faults().add(FaultRule.on("/", Fault.CLOCK_OFF).aheadBy(7200));

        HttpResponse<String> response = running.get(SLEEP);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(error(response).path("fieldName").asText()).isEqualTo("oauth_timestamp");
        assertThat(response.headers().firstValue("Date")).contains("Sat, 21 Nov 2026 11:20:00 GMT");
    }

    @Test
    void countsCallsByPath() {
        running.get(SLEEP);
        running.get(SLEEP);
        running.get("/1/user/-/devices.json");
        running.send(HttpRequest.newBuilder(running.url("/1.2/user/-/unsigned.json")));

        assertThat(running.simulator.calls().of("/1.2/user/-/sleep")).isEqualTo(2);
        JsonNode counts = json(running.control("GET", "/calls?prefix=/1.2/", ""));
        assertThat(counts.path("total").intValue()).isEqualTo(3);
        assertThat(counts.path("paths").path(SLEEP).intValue()).isEqualTo(2);
        running.control("DELETE", "/calls", "");
        assertThat(running.simulator.calls().of("/")).isZero();
    }

    @Test
    void switchesOffOverHttp() {
        running.control("POST", "/faults", "[{\"fault\":\"gone\"}]");
        assertThat(running.get(SLEEP).statusCode()).isEqualTo(410);
        assertThat(running.control("DELETE", "/faults", "").statusCode()).isEqualTo(204);
        assertThat(running.get(SLEEP).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesUnknownFaultsInPlainWords() {
        HttpResponse<String> unknown = running.control("PUT", "/faults", "[{\"fault\":\"status-200\"}]");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).path("message").asText()).isEqualTo("There is no fault named status-200");
        assertThat(running.control("PUT", "/faults", "{}").statusCode()).isEqualTo(400);
        assertThat(running.control("PUT", "/faults", "nonsense").statusCode()).isEqualTo(400);
        assertThat(running.control("GET", "/elsewhere", "").statusCode()).isEqualTo(404);
    }

    @Test
    void listsItsWearers() {
        JsonNode wearers = json(running.control("GET", "", "")).path("wearers");

        assertThat(wearers).hasSize(5);
        assertThat(wearers.at("/3/token").asText()).isEqualTo("demo-token-4");
        assertThat(wearers.at("/3/encodedId").asText()).isEqualTo("9SIM04");
    }
}
