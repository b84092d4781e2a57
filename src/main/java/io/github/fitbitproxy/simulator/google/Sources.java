package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.Wearer;

/** Who recorded a point. */
final class Sources {

    private Sources() {}

    static ObjectNode tracker(Wearer wearer, String recordingMethod) {
        ObjectNode source = Json.object().put("recordingMethod", recordingMethod);
        source.putObject("device").put("displayName", wearer.tracker().model());
        return source.put("platform", "FITBIT");
    }

    static ObjectNode scale(String model) {
        ObjectNode source = Json.object().put("recordingMethod", "ACTIVELY_MEASURED");
        source.putObject("device").put("formFactor", "SCALE").put("displayName", model);
        return source.put("platform", "FITBIT");
    }

    static ObjectNode byHand() {
        return Json.object().put("recordingMethod", "MANUAL").put("platform", "FITBIT");
    }

    /** What another app told by way of the phone: nothing is known of its device. */
    static ObjectNode otherApp() {
        ObjectNode source = Json.object().put("recordingMethod", "UNKNOWN");
        source.putObject("device");
        source.put("platform", "HEALTH_CONNECT");
        source.putObject("application").put("packageName", "org.example.sports");
        return source;
    }
}
