package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Times as this API writes them (ProtoJSON): zero members are left out, offsets are durations. */
final class Times {

    private Times() {}

    static String seconds(long seconds) {
        return seconds + "s";
    }

    static String offset(ZoneOffset offset) {
        return seconds(offset.getTotalSeconds());
    }

    static ObjectNode date(LocalDate date) {
        return Json.object()
                .put("year", date.getYear())
                .put("month", date.getMonthValue())
                .put("day", date.getDayOfMonth());
    }

    static ObjectNode civil(LocalDateTime clock) {
        ObjectNode time = Json.object();
        putUnlessZero(time, "hours", clock.getHour());
        putUnlessZero(time, "minutes", clock.getMinute());
        putUnlessZero(time, "seconds", clock.getSecond());
        ObjectNode civil = Json.object();
        civil.set("date", date(clock.toLocalDate()));
        civil.set("time", time);
        return civil;
    }

    /** Start and end with their offsets, as sessions have them. */
    static ObjectNode interval(Instant start, ZoneOffset startOffset, Instant end, ZoneOffset endOffset) {
        return Json.object()
                .put("startTime", start.toString())
                .put("startUtcOffset", offset(startOffset))
                .put("endTime", end.toString())
                .put("endUtcOffset", offset(endOffset));
    }

    /** The moment of a measurement, on every clock that is told. */
    static ObjectNode sample(ZonedDateTime at) {
        ObjectNode sample =
                Json.object().put("physicalTime", at.toInstant().toString()).put("utcOffset", offset(at.getOffset()));
        sample.set("civilTime", civil(at.toLocalDateTime()));
        return sample;
    }

    private static void putUnlessZero(ObjectNode json, String name, int value) {
        if (value != 0) {
            json.put(name, value);
        }
    }
}
