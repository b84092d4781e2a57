package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the minutes of a day.
 *
 * @param total in the series' own unit
 * @param minutes how many were told; a minute without a row counts nothing, as one with a zero does
 * @param level the value of every minute, if all are equal; else {@code null}
 */
record MinuteSum(BigDecimal total, int minutes, @Nullable BigDecimal level) {

    /**
     * The sum of the parts of one series; {@code null} if there is none. A minute that stands in two files counts once, as
     * the later file has it.
     *
     * @throws UpstreamException if a part makes no sense
     */
    static @Nullable MinuteSum of(List<byte[]> parts) throws UpstreamException {
        if (parts.isEmpty()) {
            return null;
        }
        Map<String, BigDecimal> minutes = new HashMap<>();
        parts.forEach(part -> read(part, minutes));
        return of(minutes);
    }

    /**
     * The sum of the lines of one table; {@code null} if there is none. Several devices and apps tell of the same minutes, so
     * only one of them counts: the one that tells most, and none that an app passed on while a device has told anything.
     */
    static @Nullable MinuteSum of(List<Map<String, String>> lines, String column) {
        Map<Boolean, Map<String, Map<String, BigDecimal>>> sources = new HashMap<>();
        for (Map<String, String> line : lines) {
            BigDecimal value = LenientJson.decimal(TextNode.valueOf(line.getOrDefault(column, "")));
            if (value != null) {
                sources.computeIfAbsent(ExportParts.isPassedOn(line), first -> new HashMap<>())
                        .computeIfAbsent(line.getOrDefault("data source", ""), first -> new HashMap<>())
                        .put(line.getOrDefault("timestamp", ""), value);
            }
        }
        return sources.getOrDefault(false, sources.getOrDefault(true, Map.of())).values().stream()
                .map(MinuteSum::of)
                .max(Comparator.comparing(MinuteSum::total))
                .orElse(null);
    }

    private static MinuteSum of(Map<String, BigDecimal> minutes) {
        BigDecimal total = minutes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var levels = new HashSet<BigDecimal>(minutes.values());
        return new MinuteSum(
                total, minutes.size(), levels.size() == 1 ? levels.iterator().next() : null);
    }

    private static void read(byte[] part, Map<String, BigDecimal> minutes) {
        try (JsonParser parser = LenientJson.MAPPER.createParser(part)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw LenientJson.unreadable();
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String time = null;
                BigDecimal value = null;
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String field = parser.currentName();
                    JsonToken token = parser.nextToken();
                    if (field.equals("dateTime") && token == JsonToken.VALUE_STRING) {
                        time = parser.getText();
                    } else if (field.equals("value") && token.isScalarValue()) {
                        value = LenientJson.decimal(TextNode.valueOf(parser.getText()));
                    } else {
                        parser.skipChildren();
                    }
                }
                if (time != null && value != null) {
                    minutes.put(time, value);
                }
            }
        } catch (IOException unreadable) {
            throw LenientJson.unreadable();
        }
    }
}
