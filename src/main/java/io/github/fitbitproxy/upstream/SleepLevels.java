package io.github.fitbitproxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Stages;
import io.github.fitbitproxy.sleep.Level;
import io.github.fitbitproxy.sleep.Segment;
import io.github.fitbitproxy.sleep.ShortWake;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code levels} of a sleep log, whose parts may all be missing. */
final class SleepLevels {

    private SleepLevels() {}

    /**
     * The segments, all or none: with one of them unreadable, or levels of two types, the rest would count too little and
     * look right.
     */
    static List<Segment> segments(JsonNode levels, ZoneOffset offset) {
        List<Segment> segments = new ArrayList<>();
        for (JsonNode item : levels.path("data")) {
            Level level = Level.named(item.path("level").asText());
            LocalDateTime start = start(item);
            Integer seconds = LenientJson.integer(item, "seconds");
            if (level == null || start == null || seconds == null) {
                return List.of();
            }
            if (!segments.isEmpty() && segments.get(0).level().type() != level.type()) {
                return List.of();
            }
            if (seconds > 0) {
                segments.add(new Segment(level, start.atOffset(offset), seconds));
            }
        }
        return segments;
    }

    /** The wakes that lie over the segments; unreadable ones are left out. */
    static List<ShortWake> shortWakes(JsonNode levels, ZoneOffset offset) {
        List<ShortWake> wakes = new ArrayList<>();
        for (JsonNode item : levels.path("shortData")) {
            LocalDateTime start = start(item);
            Integer seconds = LenientJson.integer(item, "seconds");
            if (start != null && seconds != null) {
                wakes.add(new ShortWake(start.atOffset(offset), seconds));
            }
        }
        return wakes;
    }

    /** Stated minutes per stage, or {@code null} if one is not stated. */
    static @Nullable Stages stages(JsonNode levels) {
        Integer deep = stated(levels, "deep");
        Integer light = stated(levels, "light");
        Integer rem = stated(levels, "rem");
        Integer wake = stated(levels, "wake");
        return deep == null || light == null || rem == null || wake == null ? null : new Stages(deep, light, rem, wake);
    }

    /** Stated minutes per classic level, or {@code null} if one is not stated. */
    static SleepLog.@Nullable Classic classic(JsonNode levels) {
        Integer asleep = stated(levels, "asleep");
        Integer restless = stated(levels, "restless");
        Integer awake = stated(levels, "awake");
        return asleep == null || restless == null || awake == null
                ? null
                : new SleepLog.Classic(asleep, restless, awake);
    }

    private static @Nullable Integer stated(JsonNode levels, String level) {
        return LenientJson.integer(levels.path("summary").path(level), "minutes");
    }

    private static @Nullable LocalDateTime start(JsonNode item) {
        LocalDateTime start = LenientJson.clock(item, "dateTime");
        return start == null ? LenientJson.clock(item, "datetime") : start;
    }
}
