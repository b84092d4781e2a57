package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WearerCleanerTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void prefersTheNamedZoneToTheOffset() throws Exception {
        assertThat(
                        profile(
                                "{'user':{'timezone':'Europe/Paris','offsetFromUTCMillis':-28800000,'memberSince':'2019-06-01'}}"))
                .isEqualTo(new Profile(PARIS, LocalDate.of(2019, 6, 1)));
    }

    @Test
    void fallsBackToTheOffset() throws Exception {
        assertThat(profile("{'user':{'timezone':'Atlantis/Center','offsetFromUTCMillis':-12600000}}"))
                .isEqualTo(new Profile(ZoneOffset.ofHoursMinutes(-3, -30), null));
        assertThat(profile("{'user':{'offsetFromUTCMillis':'3600000','memberSince':'long ago'}}"))
                .isEqualTo(new Profile(ZoneOffset.ofHours(1), null));
    }

    @Test
    void doesNotInventAZone() throws Exception {
        assertThat(profile("{'user':{'displayName':'Sample P.'}}")).isEqualTo(new Profile(null, null));
        assertThat(profile("{'user':{'offsetFromUTCMillis':99999999999}}")).isEqualTo(new Profile(null, null));
    }

    @Test
    void refusesAnAnswerWithoutAWearer() {
        UnreadableBodies.assertRefused(() -> profile("{'errors':[{'message':'sentinel'}]}"));
        UnreadableBodies.assertRefused(() -> profile("['sentinel']"));
    }

    @Test
    void readsDevicesInTheWearersZone() throws Exception {
        assertThat(devices(
                        "[{'battery':'Medium','batteryLevel':58,'deviceVersion':'Charge 6','features':[],'id':'2000000001',"
                                + "'lastSyncTime':'2024-03-02T21:14:09.000','mac':'AA11BB22CC33','type':'TRACKER'}]"))
                .containsExactly(new Device("Charge 6", 58, Instant.parse("2024-03-02T20:14:09Z")));
    }

    @Test
    void leavesOutScales() throws Exception {
        assertThat(devices("[{'deviceVersion':'Aria','type':'SCALE','lastSyncTime':'2024-03-02T23:59:00.000'},"
                        + "{'deviceVersion':'Inspire','type':'TRACKER'}]"))
                .containsExactly(new Device("Inspire", null, null));
    }

    @Test
    void leavesUnknownWhatDevicesDoNotTell() throws Exception {
        assertThat(devices("[]")).isEmpty();
        assertThat(devices("[{'battery':'Low','batteryLevel':'9','lastSyncTime':'never'},null,{'batteryLevel':250}]"))
                .containsExactly(new Device(null, 9, null), new Device(null, null, null));
    }

    @Test
    void takesTheEarlierInstantOfARepeatedHour() throws Exception {
        assertThat(devices("[{'lastSyncTime':'2024-10-27T02:30:00.000'}]"))
                .containsExactly(new Device(null, null, Instant.parse("2024-10-27T00:30:00Z")));
    }

    @Test
    void refusesDevicesThatAreNoList() {
        UnreadableBodies.assertRefused(() -> devices("{'devices':[{'deviceVersion':'sentinel'}]}"));
        UnreadableBodies.assertRefused(() -> devices("<html>sentinel</html>"));
    }

    private static Profile profile(String json) throws UpstreamException {
        return WearerCleaner.profile(bytes(json));
    }

    private static List<Device> devices(String json) throws UpstreamException {
        return WearerCleaner.devices(bytes(json), PARIS);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
