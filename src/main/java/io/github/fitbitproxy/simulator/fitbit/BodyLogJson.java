package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.wearer.WearerLife;
import io.github.fitbitproxy.simulator.wearer.Weighing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "Get Weight Log" and "Get Body Fat Log". A scale that measures fat is in both. */
final class BodyLogJson {

    private static final Pattern PATH =
            Pattern.compile("/1/user/-/body/log/(weight|fat)/date/([^/]+?)(?:/([^/]+))?\\.json");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final List<String> PERIODS = List.of("1d", "7d", "30d", "1w", "1m");

    private BodyLogJson() {}

    /** Empty if the path is another one's. */
    static Optional<JsonNode> answer(String path, WearerLife life, Instant now) throws RefusedCall {
        Matcher asked = PATH.matcher(path);
        if (!asked.matches()) {
            return Optional.empty();
        }
        boolean weight = asked.group(1).equals("weight");
        ObjectNode answer = Json.object();
        ArrayNode log = answer.putArray(asked.group(1));
        dates(asked.group(2), asked.group(3), life.today(now), weight ? 31 : 30)
                .ascending()
                .flatMap(date -> life.weighings(date, now).stream())
                .filter(weighing -> weight || weighing.fatPercent() != null)
                .forEach(weighing -> log.add(weight ? weight(weighing) : fat(weighing)));
        return Optional.of(answer);
    }

    private static Dates dates(String from, @Nullable String to, LocalDate today, int mostDays) throws RefusedCall {
        if (to == null) {
            return new Dates(Dates.parse(from, today), Dates.parse(from, today));
        }
        return to.matches("max|\\d+[dwmy]")
                ? Dates.period(from, to, today, PERIODS)
                : Dates.range(from, to, today, mostDays);
    }

    private static ObjectNode weight(Weighing weighing) {
        ObjectNode entry = Json.object().put("bmi", weighing.bmi());
        entry.put("date", weighing.at().toLocalDate().toString());
        if (weighing.fatPercent() != null) {
            entry.put("fat", weighing.fatPercent());
        }
        return whence(entry, weighing).put("weight", weighing.kilograms());
    }

    private static ObjectNode fat(Weighing weighing) {
        ObjectNode entry = Json.object().put("date", weighing.at().toLocalDate().toString());
        return whence(entry.put("fat", weighing.fatPercent()), weighing);
    }

    private static ObjectNode whence(ObjectNode entry, Weighing weighing) {
        LocalDateTime clock = weighing.at().toLocalDateTime();
        // The number is the wearer's clock, taken for UTC.
        entry.put("logId", clock.toInstant(ZoneOffset.UTC).toEpochMilli());
        return entry.put("source", weighing.source()).put("time", TIME.format(clock));
    }
}
