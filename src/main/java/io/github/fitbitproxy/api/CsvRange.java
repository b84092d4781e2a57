package io.github.fitbitproxy.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.day.Absence;
import io.github.fitbitproxy.day.RangeVisitor;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a range as one flat row a day (RFC 4180) with a header line. Days that are missing have no row. */
final class CsvRange implements RangeVisitor {

    private static final String LINE_END = "\r\n";

    private final List<String> columns;
    private final Function<Day<?>, JsonNode> json;
    private final Listener listener;

    /**
     * @param columns JSON names, nested ones joined by a dot
     * @param json gives a day's public JSON
     */
    CsvRange(List<String> columns, Function<Day<?>, JsonNode> json, Listener listener) {
        this.columns = columns;
        this.json = json;
        this.listener = listener;
    }

    @Override
    public void begin(DateRange range) {
        listener.write(String.join(",", columns) + LINE_END);
        listener.flush();
    }

    @Override
    public void waiting() {
        listener.stay();
    }

    @Override
    public void day(Day<?> day) {
        JsonNode tree = json.apply(day);
        listener.write(columns.stream().map(column -> field(tree, column)).collect(Collectors.joining(",")) + LINE_END);
    }

    @Override
    public void missing(LocalDate date, Absence why) {
        // A row without figures would look like a day without data.
    }

    @Override
    public void end() {
        // A line end stands behind every row.
    }

    /** What is {@code null}, or inside of something that is, is an empty field. */
    private static String field(JsonNode tree, String column) {
        JsonNode node = tree;
        for (String name : column.split("\\.")) {
            node = node.path(name);
        }
        return node.isNull() || node.isMissingNode() ? "" : quoted(node.asText());
    }

    /** RFC 4180 §2: what contains a comma, a quote or a line end stands in quotes, with quotes doubled. */
    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
