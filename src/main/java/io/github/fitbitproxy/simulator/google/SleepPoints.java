package io.github.fitbitproxy.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.Level;
import io.github.fitbitproxy.simulator.wearer.Segment;
import io.github.fitbitproxy.simulator.wearer.SleepLog;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Sleep sessions: the same logs that the other cloud tells, with real instants and the offsets that held then. */
final class SleepPoints implements PointSource {

    private static final int NAP_BELOW_MINUTES = 180;

    /** How long a new user's sleep is known before its stages are. */
    private static final Duration PROCESSING = Duration.ofMinutes(40);

    private static final List<String> STAGES = List.of("AWAKE", "LIGHT", "DEEP", "REM");
    private static final List<String> CLASSIC = List.of("AWAKE", "RESTLESS", "ASLEEP");

    @Override
    public Stream<Point> on(LocalDate date, WearerLife life, Instant now) {
        return life.sleep(date, now).stream().map(log -> {
            Instant end = end(log);
            boolean processing = life.wearer().pendingOnceADay()
                    && now.isBefore(log.endedAt().plus(PROCESSING));
            return new Point(
                    id(log),
                    log.dateOfSleep(),
                    log.startedAt(),
                    offset(log, log.startedAt()),
                    end,
                    offset(log, end),
                    log.manual() ? Sources.byHand() : Sources.tracker(life.wearer(), "DERIVED"),
                    !log.manual(),
                    processing ? unprocessed(json(log)) : json(log));
        });
    }

    /** Too long for a number of JavaScript. */
    private static String id(SleepLog log) {
        return String.format(Locale.ROOT, "7%018d", log.id());
    }

    /** A classic log ends with its last whole minute. */
    private static Instant end(SleepLog log) {
        return log.stages() ? log.endedAt() : log.startedAt().plusSeconds(log.minutesInBed() * 60L);
    }

    private static ObjectNode json(SleepLog log) {
        Instant end = end(log);
        ObjectNode sleep = Json.object();
        sleep.set("interval", Times.interval(log.startedAt(), offset(log, log.startedAt()), end, offset(log, end)));
        sleep.put("type", log.stages() ? "STAGES" : "CLASSIC");
        sleep.set("stages", segments(log, log.segments()));
        sleep.set("metadata", metadata(log));
        sleep.set("summary", summary(log));
        sleep.put(
                "createTime",
                log.endedAt().plusSeconds(5).plusNanos(104_233_000).toString());
        sleep.put(
                "updateTime",
                log.endedAt().plusSeconds(79).plusNanos(930_112_000).toString());
        if (!log.shortWakes().isEmpty()) {
            sleep.set("shortAwakenings", segments(log, log.shortWakes()));
        }
        return sleep;
    }

    /** What is known before the stages are computed. */
    static ObjectNode unprocessed(ObjectNode sleep) {
        ObjectNode early = sleep.deepCopy();
        early.remove(List.of("stages", "shortAwakenings", "summary"));
        early.put("type", "CLASSIC");
        // A processed flag of false is left out, as every default is.
        early.set("metadata", Json.object());
        return early;
    }

    /** What is known while somebody still sleeps. */
    static ObjectNode running(ObjectNode sleep) {
        ObjectNode running = unprocessed(sleep);
        running.remove(List.of("metadata", "type", "updateTime"));
        ObjectNode interval = Json.object();
        sleep.path("interval").properties().stream()
                .filter(member -> member.getKey().startsWith("start"))
                .forEach(member -> interval.set(member.getKey(), member.getValue()));
        running.set("interval", interval);
        return running;
    }

    /** Every row of the summary twice, as {@code reconcile} was seen to tell it. */
    static ObjectNode doubled(ObjectNode sleep) {
        ObjectNode doubled = sleep.deepCopy();
        if (doubled.path("summary").path("stagesSummary") instanceof ArrayNode rows) {
            rows.addAll(rows.deepCopy());
        }
        return doubled;
    }

    private static ObjectNode metadata(SleepLog log) {
        ObjectNode metadata = Json.object();
        metadata.put("stagesStatus", status(log)).put("processed", true);
        if (log.manual()) {
            return metadata.put("externalId", "");
        }
        if (log.mainSleep()) {
            metadata.put("mainSleep", true);
        } else if (log.minutesInBed() < NAP_BELOW_MINUTES) {
            metadata.put("nap", true);
        }
        return metadata;
    }

    private static String status(SleepLog log) {
        if (log.stages()) {
            return "SUCCEEDED";
        }
        return log.manual() ? "REJECTED_SERVER" : log.infoCode() == 2 ? "REJECTED_NAP" : "REJECTED_COVERAGE";
    }

    private static ArrayNode segments(SleepLog log, List<Segment> segments) {
        ArrayNode stages = Json.array();
        for (Segment segment : segments) {
            Instant start = log.startedAt().plusSeconds(segment.offsetSeconds());
            Instant end = log.startedAt().plusSeconds(segment.endSeconds());
            stages.add(Times.interval(start, offset(log, start), end, offset(log, end))
                    .put("type", word(segment.level())));
        }
        return stages;
    }

    /** Short awakenings lie inside the other stages here, and minutes are cut off, not rounded. */
    private static ObjectNode summary(SleepLog log) {
        ArrayNode rows = Json.array();
        int asleepSeconds = 0;
        for (String type : log.stages() ? STAGES : CLASSIC) {
            List<Segment> segments = log.segments().stream()
                    .filter(segment -> word(segment.level()).equals(type))
                    .toList();
            int seconds = segments.stream().mapToInt(Segment::seconds).sum();
            if (seconds > 0) {
                rows.addObject()
                        .put("type", type)
                        .put("minutes", text(seconds / 60))
                        .put("count", text(segments.size()));
            }
            asleepSeconds += type.equals("AWAKE") || type.equals("RESTLESS") ? 0 : seconds;
        }
        int inPeriod = (int) Duration.between(log.startedAt(), end(log)).toMinutes();
        int awakeSeconds = log.segments().stream()
                .filter(segment -> word(segment.level()).equals("AWAKE"))
                .mapToInt(Segment::seconds)
                .sum();
        ObjectNode summary = Json.object();
        summary.put("minutesInSleepPeriod", text(inPeriod));
        summary.put("minutesAfterWakeUp", "0");
        summary.put("minutesToFallAsleep", "0");
        summary.put("minutesAsleep", text(asleepSeconds / 60));
        summary.put("minutesAwake", text((awakeSeconds + 59) / 60));
        summary.set("stagesSummary", rows);
        return summary;
    }

    private static String word(Level level) {
        return level == Level.WAKE ? "AWAKE" : level.name();
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private static ZoneOffset offset(SleepLog log, Instant instant) {
        return log.zone().getRules().getOffset(instant);
    }
}
