package io.github.fitbitproxy.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a day that dashboards watch.
 *
 * @param kind the kind of data, such as {@code sleep}
 * @param path where it stands in the day's public JSON, names joined by dots
 * @param name short and unique in its kind: lower case, joined by underscores, without the unit
 * @param title for people, a few words
 * @param meaning what it says, as a sentence
 * @param course how it behaves in time
 */
public record Figure(String kind, String path, String name, String title, String meaning, Unit unit, Course course) {

    /** How a figure behaves in time. */
    public enum Course {
        /** Told once a day, or up and down. */
        MEASURED,
        /** Grows during the day and begins anew with the next. */
        GROWING
    }

    /**
     * Its value in the figure's own unit; a time is the seconds since 1970.
     *
     * @param day the public JSON of a day of this kind
     * @return {@code null} if it is not known
     */
    public @Nullable Double in(JsonNode day) {
        JsonNode value = day.at("/" + path.replace('.', '/'));
        if (unit == Unit.TIME) {
            return value.isTextual()
                    ? Double.valueOf(OffsetDateTime.parse(value.textValue()).toEpochSecond())
                    : null;
        }
        return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
    }
}
