package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.upstream.LenientJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a small table of comma-separated values (RFC 4180): a header, then rows. Pure. */
final class Csv {

    private Csv() {}

    /** Each row by the names of its columns; a field that the row does not have is left out. */
    static List<Map<String, String>> rows(String text) {
        List<List<String>> records = records(text);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : records.subList(Math.min(1, records.size()), records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(values.size(), records.get(0).size()); i++) {
                row.put(records.get(0).get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The fields of one line. */
    static List<String> fields(String line) {
        List<List<String>> records = records(line);
        return records.isEmpty() ? List.of() : records.get(0);
    }

    /**
     * A number of a row, of either sign; {@code null} if it is not there or none, such as {@code NaN}, or of a size that makes
     * no sense.
     */
    static @Nullable BigDecimal number(Map<String, String> row, String column) {
        return LenientJson.number(row.getOrDefault(column, ""));
    }

    /** A number of a row that cannot be 0 or less, which stands for "not computed". */
    static @Nullable Double positive(Map<String, String> row, String column) {
        BigDecimal number = number(row, column);
        return number == null || number.signum() <= 0 ? null : Double.valueOf(number.doubleValue());
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                // Two of them inside quotes stand for one.
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || c != ',' && c != '\n' && c != '\r') {
                field.append(c);
            } else if (c == ',') {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else if (field.length() > 0 || !fields.isEmpty()) {
                fields.add(field.toString().strip());
                field.setLength(0);
                records.add(List.copyOf(fields));
                fields.clear();
            }
        }
        if (field.length() > 0 || !fields.isEmpty()) {
            fields.add(field.toString().strip());
            records.add(List.copyOf(fields));
        }
        return records;
    }
}
