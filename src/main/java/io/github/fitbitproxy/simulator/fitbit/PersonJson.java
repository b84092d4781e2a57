package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;

/** "Get Profile" and "Get Devices". */
final class PersonJson {

    private PersonJson() {}

    static ObjectNode profile(WearerLife life, Instant now) {
        Wearer wearer = life.wearer();
        ObjectNode answer = Json.object();
        ObjectNode user = answer.putObject("user");
        user.put("age", wearer.habits().age());
        user.put("averageDailySteps", (int) (9000 * wearer.habits().vigour()));
        user.put("clockTimeDisplayFormat", "24hour");
        user.put("dateOfBirth", life.today(now).getYear() - wearer.habits().age() + "-01-01");
        user.put("displayName", wearer.displayName());
        user.put("distanceUnit", "METRIC");
        user.put("encodedId", wearer.encodedId());
        user.put("fullName", wearer.displayName() + " Simulated");
        user.put("gender", "NA");
        user.put("height", Math.round(wearer.heightMeters() * 1000) / 10.0);
        user.put("heightUnit", "METRIC");
        user.put("locale", "en_GB");
        user.put("memberSince", wearer.memberSince().toString());
        user.put("offsetFromUTCMillis", life.zone(now).getRules().getOffset(now).getTotalSeconds() * 1000L);
        user.put("startDayOfWeek", "MONDAY");
        user.put("strideLengthWalking", wearer.habits().strideMeters() * 100);
        user.put("timezone", life.zone(now).getId());
        user.putArray("topBadges");
        user.put("weightUnit", "METRIC");
        return answer;
    }

    /** One device; none if it was never synced. */
    static ArrayNode devices(WearerLife life, Instant now) {
        ArrayNode devices = Json.array();
        life.lastSync(now).ifPresent(sync -> {
            Wearer wearer = life.wearer();
            int percent = WearerLife.batteryPercent(sync);
            ObjectNode device = devices.addObject();
            device.put("battery", percent > 60 ? "High" : percent > 30 ? "Medium" : "Low");
            if (wearer.tracker().stages()) {
                device.put("batteryLevel", percent);
            }
            device.put("deviceVersion", wearer.tracker().model());
            if (wearer.tracker().stages()) {
                device.putArray("features");
            }
            device.put("id", "20000000" + String.format(Locale.ROOT, "%02d", wearer.number()));
            device.put("lastSyncTime", Json.clock(LocalDateTime.ofInstant(sync, life.zone(now))));
            device.put("mac", "AA11BB22CC" + String.format(Locale.ROOT, "%02d", wearer.number()));
            device.put("type", "TRACKER");
        });
        return devices;
    }
}
