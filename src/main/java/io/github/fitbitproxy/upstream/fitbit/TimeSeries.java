package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.time.LocalDate;
import java.util.Map;

/**
 * Reads daily time series: one value a day for each resource. They come as one element such as {@code
 * {"dateTime":"2024-03-01","value":"9031"}}, or as a whole answer that has the day's element in its list.
 */
final class TimeSeries {

    private static final String DISTANCE = "distance";
    static final String HEART = "heart";

    /** The summary's field for each resource that has the same unit there. */
    private static final Map<String, String> SUMMARY_FIELDS = Map.of(
            "steps", "steps",
            "floors", "floors",
            "elevation", "elevation",
            "calories", "caloriesOut",
            "activityCalories", "activityCalories",
            "caloriesBMR", "caloriesBMR",
            "minutesSedentary", "sedentaryMinutes",
            "minutesLightlyActive", "lightlyActiveMinutes",
            "minutesFairlyActive", "fairlyActiveMinutes",
            "minutesVeryActive", "veryActiveMinutes");

    private TimeSeries() {}

    /**
     * Puts the values of a day into the shape of a daily summary, so that both are read alike.
     *
     * @param complete false if a part was not readable or has no value for the day
     */
    record Summary(ObjectNode summary, boolean complete) {}

    /** @throws UpstreamException if parts came, but none was readable */
    static Summary summary(Parts parts, LocalDate date) throws UpstreamException {
        ObjectNode summary = LenientJson.MAPPER.createObjectNode();
        int read = 0;
        boolean complete = true;
        UpstreamException unreadable = null;
        for (Map.Entry<String, byte[]> part : parts.received().entrySet()) {
            String resource = part.getKey();
            if (isResource(resource)) {
                try {
                    complete &= put(summary, resource, element(part.getValue(), date));
                    read++;
                } catch (UpstreamException failed) {
                    unreadable = failed;
                }
            }
        }
        if (unreadable != null && read == 0) {
            throw unreadable;
        }
        return new Summary(summary, complete && unreadable == null && read > 0);
    }

    /** The day's element, or a missing node if there is none. */
    static JsonNode element(byte[] part, LocalDate date) throws UpstreamException {
        ObjectNode object = LenientJson.object(part);
        if (object.has("value")) {
            return object;
        }
        for (JsonNode series : object) {
            if (series.isArray()) {
                for (JsonNode element : series) {
                    if (date.equals(LenientJson.date(element, "dateTime"))) {
                        return element;
                    }
                }
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isResource(String part) {
        return SUMMARY_FIELDS.containsKey(part) || part.equals(DISTANCE) || part.equals(HEART);
    }

    /** Whether there was a value: every resource has one for every day, be it 0. */
    private static boolean put(ObjectNode summary, String resource, JsonNode element) {
        JsonNode value = element.path("value");
        String field = SUMMARY_FIELDS.get(resource);
        if (field != null) {
            summary.set(field, value);
        } else if (resource.equals(DISTANCE)) {
            summary.putArray("distances").addObject().put("activity", "total").set("distance", value);
        } else {
            // Replies with intraday detail have the zones beside the value, the others have them in it.
            JsonNode heart = value.isObject() ? value : element;
            summary.set("heartRateZones", heart.path("heartRateZones"));
            summary.set("restingHeartRate", heart.path("restingHeartRate"));
        }
        return !value.isMissingNode();
    }
}
