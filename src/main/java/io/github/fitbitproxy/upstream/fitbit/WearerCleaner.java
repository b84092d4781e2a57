package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.WallClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the profile and the devices. */
final class WearerCleaner {

    private static final String SCALE = "SCALE";

    private WearerCleaner() {}

    /** The named zone, else the offset of the moment; the two are known to contradict each other. */
    static Profile profile(byte[] body) throws UpstreamException {
        JsonNode user = LenientJson.object(body).path("user");
        if (!user.isObject()) {
            throw LenientJson.unreadable();
        }
        ZoneId zone = namedZone(LenientJson.text(user, "timezone"));
        return new Profile(zone == null ? offset(user) : zone, LenientJson.date(user, "memberSince"));
    }

    /** What the wearer carries: a scale is left out, since its sync says nothing of a day. */
    static List<Device> devices(byte[] body, ZoneId zone) throws UpstreamException {
        JsonNode answer = LenientJson.value(body);
        if (!answer.isArray()) {
            throw LenientJson.unreadable();
        }
        List<Device> devices = new ArrayList<>();
        for (JsonNode device : answer) {
            if (device.isObject() && !SCALE.equalsIgnoreCase(device.path("type").asText())) {
                devices.add(new Device(
                        LenientJson.text(device, "deviceVersion"), batteryPercent(device), syncedAt(device, zone)));
            }
        }
        return List.copyOf(devices);
    }

    private static @Nullable Integer batteryPercent(JsonNode device) {
        Integer percent = LenientJson.integer(device, "batteryLevel");
        return percent == null || percent > 100 ? null : percent;
    }

    private static @Nullable Instant syncedAt(JsonNode device, ZoneId zone) {
        LocalDateTime clock = LenientJson.clock(device, "lastSyncTime");
        return clock == null ? null : clock.toInstant(WallClock.offsetAt(clock, zone));
    }

    private static @Nullable ZoneId namedZone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static @Nullable ZoneOffset offset(JsonNode user) {
        // Not read as a figure: an offset can be negative.
        long seconds = user.path("offsetFromUTCMillis").asLong(Long.MAX_VALUE) / 1000;
        return Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds() ? ZoneOffset.ofTotalSeconds((int) seconds) : null;
    }
}
