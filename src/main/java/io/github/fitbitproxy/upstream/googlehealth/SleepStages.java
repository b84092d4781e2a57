package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Stages;
import io.github.fitbitproxy.sleep.Level;
import io.github.fitbitproxy.sleep.Segment;
import io.github.fitbitproxy.sleep.ShortWake;
import io.github.fitbitproxy.sleep.SleepMinutes;
import io.github.fitbitproxy.upstream.LenientJson;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the stages of a sleep session, which may be missing, and what its summary says of them. */
final class SleepStages {

    private static final Set<String> CLASSIC = Set.of("ASLEEP", "RESTLESS");

    private SleepStages() {}

    /**
     * The segments, all or none: with one of them unreadable, or of two vocabularies, the rest would count too little and
     * look right.
     *
     * @param offset for stages that do not bear their own
     */
    static List<Segment> segments(JsonNode sleep, ZoneOffset offset) {
        boolean classic = isClassic(sleep);
        List<Segment> segments = new ArrayList<>();
        for (JsonNode stage : sleep.path("stages")) {
            Level level = level(stage, classic);
            SessionInterval times = SessionInterval.read(stage, offset);
            OffsetDateTime start = times.start();
            long seconds = seconds(times);
            if (level == null || start == null || seconds < 0) {
                return List.of();
            }
            if (!segments.isEmpty() && segments.get(0).level().type() != level.type()) {
                return List.of();
            }
            if (seconds > 0) {
                segments.add(new Segment(level, start, seconds));
            }
        }
        return segments;
    }

    /** The wakes that lie over the stages. Whatever stage they are labelled with, they are awakenings. */
    static List<ShortWake> shortWakes(JsonNode sleep) {
        List<ShortWake> wakes = new ArrayList<>();
        for (JsonNode awakening : sleep.path("shortAwakenings")) {
            SessionInterval times = SessionInterval.read(awakening, ZoneOffset.UTC);
            OffsetDateTime start = times.start();
            long seconds = seconds(times);
            if (start != null && seconds > 0) {
                wakes.add(new ShortWake(start, seconds));
            }
        }
        return wakes;
    }

    /** What the summary says. Its rows are known to come twice, and rows of nothing to be left out. */
    static SleepMinutes stated(JsonNode summary, SleepLog.@Nullable Type type) {
        Map<String, Integer> minutes = new HashMap<>();
        for (JsonNode row : summary.path("stagesSummary")) {
            Integer ofRow = LenientJson.integer(row, "minutes");
            minutes.put(row.path("type").asText(), ofRow == null ? 0 : ofRow);
        }
        boolean told = !minutes.isEmpty();
        Stages stages = told && type == SleepLog.Type.STAGES
                ? new Stages(
                        minutes.getOrDefault("DEEP", 0),
                        minutes.getOrDefault("LIGHT", 0),
                        minutes.getOrDefault("REM", 0),
                        minutes.getOrDefault("AWAKE", 0))
                : null;
        SleepLog.Classic classic = told && type == SleepLog.Type.CLASSIC
                ? new SleepLog.Classic(
                        minutes.getOrDefault("ASLEEP", 0),
                        minutes.getOrDefault("RESTLESS", 0),
                        minutes.getOrDefault("AWAKE", 0))
                : null;
        return new SleepMinutes(
                LenientJson.integer(summary, "minutesAsleep"),
                LenientJson.integer(summary, "minutesAwake"),
                stages,
                classic);
    }

    /** {@code AWAKE} stands in both vocabularies; the other words show which one it is. */
    private static boolean isClassic(JsonNode sleep) {
        boolean classic = sleep.path("type").asText().equals("CLASSIC");
        for (JsonNode stage : sleep.path("stages")) {
            String word = stage.path("type").asText();
            if (!word.equals("AWAKE")) {
                return CLASSIC.contains(word);
            }
        }
        return classic;
    }

    private static @Nullable Level level(JsonNode stage, boolean classic) {
        String word = stage.path("type").asText();
        return Level.named(word.equals("AWAKE") && !classic ? "WAKE" : word);
    }

    /** Its length, or -1 if it is not told or negative. */
    private static long seconds(SessionInterval times) {
        OffsetDateTime start = times.start();
        OffsetDateTime end = times.end();
        return start == null || end == null || end.isBefore(start)
                ? -1
                : Duration.between(start, end).toSeconds();
    }
}
