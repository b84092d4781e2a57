package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the settings and the paired devices. */
final class WearerCleaner {

    private static final String SCALE = "SCALE";

    private WearerCleaner() {}

    /** The named zone, else the offset of the moment. Since when there are data stands elsewhere, under a scope of its own. */
    static Profile profile(byte[] settings) throws UpstreamException {
        return profile(LenientJson.object(settings));
    }

    static Profile profile(JsonNode answer) {
        ZoneId zone = namedZone(LenientJson.text(answer, "timeZone"));
        return new Profile(zone == null ? ProtoJson.offset(answer, "utcOffset") : zone, null);
    }

    /** What the wearer carries: a scale is left out, since its sync says nothing of a day. */
    static List<Device> devices(byte[] body) throws UpstreamException {
        return devices(LenientJson.object(body));
    }

    static List<Device> devices(JsonNode answer) {
        List<Device> devices = new ArrayList<>();
        for (JsonNode device : answer.path("pairedDevices")) {
            if (device.isObject() && !SCALE.equals(device.path("deviceType").asText())) {
                devices.add(new Device(
                        LenientJson.text(device, "deviceVersion"),
                        batteryPercent(device),
                        ProtoJson.timestamp(device, "lastSyncTime")));
            }
        }
        return List.copyOf(devices);
    }

    /** A level that is left out may be 0 or not known. */
    private static @Nullable Integer batteryPercent(JsonNode device) {
        Integer percent = LenientJson.integer(device, "batteryLevel");
        if (percent == null && device.path("batteryStatus").asText().equalsIgnoreCase("empty")) {
            return 0;
        }
        return percent == null || percent > 100 ? null : percent;
    }

    private static @Nullable ZoneId namedZone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
