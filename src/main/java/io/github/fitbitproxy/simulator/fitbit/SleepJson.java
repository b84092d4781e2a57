package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.Level;
import io.github.fitbitproxy.simulator.wearer.LevelTotals;
import io.github.fitbitproxy.simulator.wearer.Segment;
import io.github.fitbitproxy.simulator.wearer.SleepLog;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Sleep logs in the words of "Get Sleep Log by Date" and "by Date Range", version 1.2. */
final class SleepJson {

    private static final List<Level> STAGES = List.of(Level.DEEP, Level.LIGHT, Level.REM, Level.WAKE);
    private static final List<Level> CLASSIC = List.of(Level.ASLEEP, Level.AWAKE, Level.RESTLESS);

    private SleepJson() {}

    /** The logs, newest start first; a single day has a summary, a range has none. */
    static ObjectNode answer(List<SleepLog> logs, boolean summary) {
        ObjectNode answer = Json.object();
        ArrayNode sleep = answer.putArray("sleep");
        logs.stream()
                .sorted(Comparator.comparing(SleepLog::startedAt).reversed())
                .forEach(log -> sleep.add(log(log)));
        if (summary) {
            answer.set("summary", summary(logs));
        }
        return answer;
    }

    /** What a day that is still being computed looks like. */
    static ObjectNode pending() {
        ObjectNode answer = Json.object();
        answer.putObject("meta").put("retryDuration", 3000).put("state", "pending");
        return answer;
    }

    private static ObjectNode log(SleepLog log) {
        LevelTotals totals = LevelTotals.of(log);
        ObjectNode json = Json.object();
        json.put("dateOfSleep", log.dateOfSleep().toString());
        json.put("duration", log.minutesInBed() * 60_000L);
        json.put("efficiency", efficiency(log, totals));
        json.put("endTime", Json.clock(log.end()));
        json.put("infoCode", log.infoCode());
        json.put("isMainSleep", log.mainSleep());
        json.set("levels", levels(log, totals));
        json.put("logId", log.id());
        json.put("logType", log.manual() ? "manual" : "auto_detected");
        json.put("minutesAfterWakeup", log.minutesAfterWakeup());
        json.put("minutesAsleep", asleep(log, totals));
        json.put("minutesAwake", awake(log, totals));
        json.put("minutesToFallAsleep", log.minutesToFallAsleep());
        json.put("startTime", Json.clock(log.start()));
        json.put("timeInBed", log.minutesInBed());
        json.put("type", log.stages() ? "stages" : "classic");
        return json;
    }

    private static ObjectNode levels(SleepLog log, LevelTotals totals) {
        ObjectNode levels = Json.object();
        levels.set("data", segments(log, log.segments()));
        if (log.stages()) {
            levels.set("shortData", segments(log, log.shortWakes()));
        }
        ObjectNode summary = levels.putObject("summary");
        for (Level level : log.stages() ? STAGES : CLASSIC) {
            ObjectNode one = summary.putObject(word(level));
            // The vendor counts no runs of plain sleep in a classic log, although there are some.
            one.put("count", level == Level.ASLEEP ? 0 : totals.count(level));
            one.put("minutes", totals.minutes(level));
            if (log.stages()) {
                one.put("thirtyDayAvgMinutes", usualMinutes(level));
            }
        }
        return levels;
    }

    private static ArrayNode segments(SleepLog log, List<Segment> segments) {
        ArrayNode data = Json.array();
        for (Segment segment : segments) {
            data.addObject()
                    .put("dateTime", Json.clock(log.start().plusSeconds(segment.offsetSeconds())))
                    .put("level", word(segment.level()))
                    .put("seconds", segment.seconds());
        }
        return data;
    }

    private static ObjectNode summary(List<SleepLog> logs) {
        ObjectNode summary = Json.object();
        List<SleepLog> staged = logs.stream().filter(SleepLog::stages).toList();
        if (!staged.isEmpty()) {
            ObjectNode stages = summary.putObject("stages");
            for (Level level : STAGES) {
                stages.put(
                        word(level),
                        staged.stream()
                                .mapToInt(log -> LevelTotals.of(log).minutes(level))
                                .sum());
            }
        }
        summary.put(
                "totalMinutesAsleep",
                logs.stream().mapToInt(log -> asleep(log, LevelTotals.of(log))).sum());
        summary.put("totalSleepRecords", logs.size());
        summary.put(
                "totalTimeInBed", logs.stream().mapToInt(SleepLog::minutesInBed).sum());
        return summary;
    }

    /** Classic by the vendor's formula; for stages, whose formula is unknown, some points above the plain ratio. */
    private static int efficiency(SleepLog log, LevelTotals totals) {
        double asleep = asleep(log, totals);
        if (log.stages()) {
            int above = 3 + (int) (log.id() / 3000 % 8);
            return (int) Math.min(100, Math.round(100 * asleep / log.minutesInBed()) + above);
        }
        return (int) Math.round(100 * asleep / (asleep + awake(log, totals)));
    }

    private static int asleep(SleepLog log, LevelTotals totals) {
        return log.stages() ? log.minutesInBed() - totals.minutes(Level.WAKE) : totals.minutes(Level.ASLEEP);
    }

    private static int awake(SleepLog log, LevelTotals totals) {
        return log.minutesInBed() - asleep(log, totals) - log.minutesToFallAsleep() - log.minutesAfterWakeup();
    }

    private static int usualMinutes(Level level) {
        return switch (level) {
            case DEEP -> 71;
            case LIGHT -> 244;
            case REM -> 92;
            default -> 49;
        };
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
