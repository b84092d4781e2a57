package io.github.fitbitproxy.upstream.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a day that came by {@link Metric}s: an object with a list of elements, a bare array of them, one
 * element, or nothing at all. A part that makes no sense costs its own fields. For one day and one thread.
 */
final class MetricReading {

    private final RawDay raw;
    private boolean complete;
    private int read;
    private @Nullable UpstreamException unreadable;

    MetricReading(RawDay raw) {
        this.raw = raw;
        this.complete = raw.parts().missing().isEmpty();
    }

    /** The day's elements in that part, in the order told; none if it was not received. */
    List<JsonNode> elements(String part, String dateField) {
        byte[] body = raw.parts().get(part);
        if (body == null) {
            return List.of();
        }
        try {
            List<JsonNode> elements = elements(body, dateField);
            read++;
            return elements;
        } catch (UpstreamException e) {
            unreadable = e;
            complete = false;
            return List.of();
        }
    }

    /** What the day's element in that part tells; a missing node if there is none. */
    JsonNode value(String part) {
        List<JsonNode> elements = elements(part, "dateTime");
        return elements.isEmpty() ? MissingNode.getInstance() : elements.get(0).path("value");
    }

    /** Says that something which came could not be read. */
    void lacksSomething() {
        complete = false;
    }

    /**
     * Whether every part came and could be read; to be asked when all are read.
     *
     * @throws UpstreamException if parts came, but none could be read
     */
    boolean isComplete() throws UpstreamException {
        if (unreadable != null && read == 0) {
            throw unreadable;
        }
        return complete && read > 0;
    }

    private List<JsonNode> elements(byte[] body, String dateField) throws UpstreamException {
        if (body.length == 0) {
            return List.of();
        }
        JsonNode answer = LenientJson.value(body);
        if (answer.isArray()) {
            return ofDay(answer, dateField);
        }
        if (!answer.isObject()) {
            throw LenientJson.unreadable();
        }
        if (answer.has(dateField)) {
            return isOfDay(answer, dateField) ? List.of(answer) : List.of();
        }
        for (JsonNode list : answer) {
            if (list.isArray()) {
                return ofDay(list, dateField);
            }
        }
        // It says neither that there is something nor that there is nothing.
        complete = false;
        return List.of();
    }

    private List<JsonNode> ofDay(JsonNode elements, String dateField) {
        List<JsonNode> ofDay = new ArrayList<>();
        for (JsonNode element : elements) {
            if (isOfDay(element, dateField)) {
                ofDay.add(element);
            }
        }
        return ofDay;
    }

    private boolean isOfDay(JsonNode element, String dateField) {
        LocalDate date = LenientJson.date(element, dateField);
        return raw.key().date().equals(date);
    }
}
