package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Identity, profile, settings and paired devices of a wearer. */
final class Account {

    private Account() {}

    /** The number that stands for a wearer in names; too long for a number of JavaScript. */
    static String user(Wearer wearer) {
        return "1" + String.format(Locale.ROOT, "%018d", wearer.number());
    }

    static ObjectNode identity(WearerLife life) {
        return Json.object()
                .put("name", "users/me/identity")
                .put("healthUserId", user(life.wearer()))
                .put("legacyUserId", life.wearer().encodedId());
    }

    static ObjectNode profile(WearerLife life) {
        ObjectNode profile = Json.object()
                .put("name", "users/me/profile")
                .put("age", life.wearer().habits().age());
        profile.set("membershipStartDate", Times.date(life.wearer().memberSince()));
        return profile;
    }

    static ObjectNode settings(WearerLife life, Instant now) {
        return Json.object()
                .put("name", "users/me/settings")
                .put("timeZone", life.zone(now).getId())
                .put("utcOffset", Times.offset(life.zone(now).getRules().getOffset(now)))
                .put("distanceUnit", "DISTANCE_UNIT_KILOMETERS")
                .put("weightUnit", "WEIGHT_UNIT_KILOGRAMS")
                .put("heightUnit", "HEIGHT_UNIT_CENTIMETERS")
                .put("temperatureUnit", "TEMPERATURE_UNIT_CELSIUS")
                .put("waterUnit", "WATER_UNIT_ML")
                .put("languageLocale", "en_GB");
    }

    static ObjectNode devices(Call call, WearerLife life, @Nullable FaultRule fault, Instant now) throws ApiError {
        Parameters parameters = new Parameters(call, Set.of("pageSize", "pageToken"));
        Page<ObjectNode> page = Page.of(
                device(life, fault, now).stream(),
                parameters.pageSize(5, 100),
                parameters.text("pageToken"),
                call.path(),
                fault);
        ObjectNode answer = Json.object();
        if (!page.items().isEmpty()) {
            answer.putArray("pairedDevices").addAll(page.items());
        }
        if (!page.nextToken().isEmpty()) {
            answer.put("nextPageToken", page.nextToken());
        }
        return answer;
    }

    static ObjectNode device(String id, WearerLife life, @Nullable FaultRule fault, Instant now) throws ApiError {
        return device(life, fault, now)
                .filter(device -> device.path("name").asText().endsWith("/" + id))
                .orElseThrow(ApiError::noSuchPoint);
    }

    /** None if it was never synced. */
    private static Optional<ObjectNode> device(WearerLife life, @Nullable FaultRule fault, Instant now) {
        Wearer wearer = life.wearer();
        return life.lastSync(now).map(sync -> {
            int percent = WearerLife.batteryPercent(sync);
            ObjectNode device = Json.object()
                    .put("name", "users/" + user(wearer) + "/pairedDevices/424242420" + wearer.number())
                    .put("deviceType", "TRACKER")
                    .put("deviceVersion", wearer.tracker().model());
            if (wearer.tracker().stages()) {
                device.put("batteryLevel", percent);
            }
            device.put("batteryStatus", percent > 60 ? "High" : percent > 30 ? "Medium" : "Low");
            if (fault == null || fault.fault() != Fault.MISSING_SYNC_TIME) {
                device.put("lastSyncTime", sync.toString());
                ArrayNode features = device.putArray("features");
                features.add("STEPS").add("SLEEP");
                if (wearer.tracker().heartRate()) {
                    features.add("HEART_RATE");
                }
            }
            return device.put("macAddress", "00:00:5E:00:53:0" + wearer.number());
        });
    }
}
