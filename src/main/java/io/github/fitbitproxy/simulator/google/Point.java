package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One data point, with what filters look at.
 *
 * @param id last part of its name; null where the type has no names
 * @param date the day it is kept under: for a sleep the one on which it ended
 * @param source who measured it
 * @param wearable whether a tracker or watch did
 * @param value the member that bears the type's name
 */
record Point(
        @Nullable String id,
        LocalDate date,
        Instant start,
        ZoneOffset startOffset,
        Instant end,
        ZoneOffset endOffset,
        ObjectNode source,
        boolean wearable,
        ObjectNode value) {

    LocalDateTime civilStart() {
        return LocalDateTime.ofInstant(start, startOffset);
    }

    LocalDateTime civilEnd() {
        return LocalDateTime.ofInstant(end, endOffset);
    }

    Point withValue(ObjectNode other) {
        return new Point(id, date, start, startOffset, end, endOffset, source, wearable, other);
    }

    /** As {@code list} and {@code get} show it. */
    ObjectNode listed(DataType type, String user) {
        ObjectNode json = Json.object();
        if (id != null) {
            json.put("name", name(type, user));
        }
        json.set("dataSource", source);
        json.set(type.camel(), value);
        return json;
    }

    /** As {@code reconcile} shows it: without its source. */
    ObjectNode reconciled(DataType type, String user) {
        ObjectNode json = Json.object();
        if (id != null) {
            json.put("dataPointName", name(type, user));
        }
        json.set(type.camel(), value);
        return json;
    }

    private String name(DataType type, String user) {
        return "users/" + user + "/dataTypes/" + type.path() + "/dataPoints/" + id;
    }
}
