package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WearerCleanerTest {

    @Test
    void readsTheZoneOfTheSettings() {
        assertThat(zone("{\"name\":\"users/me/settings\",\"timeZone\":\"Europe/Berlin\",\"utcOffset\":\"-3600s\"}"))
                .isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void takesTheOffsetWhereTheZoneIsMissingOrUnknown() {
        assertThat(zone("{\"timeZone\":\"Mars/Olympus\",\"utcOffset\":\"-18000s\"}"))
                .isEqualTo(ZoneOffset.ofHours(-5));
        assertThat(zone("{\"utcOffset\":\"19800s\"}")).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
    }

    @Test
    void knowsNoZoneWhereNoneIsTold() {
        assertThat(zone("{}")).isNull();
        assertThat(zone("{\"utcOffset\":\"999999s\"}")).isNull();
        assertThat(WearerCleaner.profile(bytes("{}")).memberSince()).isNull();
    }

    @Test
    void readsDevicesAndLeavesScalesOut() {
        assertThat(WearerCleaner.devices(bytes("""
                        {"pairedDevices":[
                         {"name":"users/1/pairedDevices/2","deviceType":"TRACKER","deviceVersion":"Charge 6",
                          "batteryLevel":64,"batteryStatus":"Medium","lastSyncTime":"2026-11-03T07:41:19.5Z"},
                         {"deviceType":"SCALE","deviceVersion":"Aria Air","lastSyncTime":"2026-11-03T09:00:00Z"},
                         {"deviceVersion":"Pixel Watch 3","batteryLevel":101,"batteryStatus":"High"},
                         {"deviceType":"TRACKER","batteryStatus":"Empty"}]}""")))
                .containsExactly(
                        new Device("Charge 6", 64, Instant.parse("2026-11-03T07:41:19Z")),
                        new Device("Pixel Watch 3", null, null),
                        new Device(null, 0, null));
    }

    @Test
    void readsAnEmptyAnswerAsNoDevices() {
        assertThat(WearerCleaner.devices(bytes("{}"))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoJsonObject() {
        return UnreadableBodies.bodies((name, body) -> DynamicTest.dynamicTest(name, () -> {
            UnreadableBodies.assertRefused(() -> WearerCleaner.profile(body));
            UnreadableBodies.assertRefused(() -> WearerCleaner.devices(body));
        }));
    }

    private static Object zone(String settings) {
        return WearerCleaner.profile(bytes(settings)).zone();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
