package io.github.fitbitproxy.upstream.takeout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a small table of comma-separated values (RFC 4180): a header, then rows. Pure. */
final class Csv {

    private static final int MOST_DIGITS = 40;

    private Csv() {}

    /** Each row by the names of its columns; a field that the row does not have is left out. */
    static List<Map<String, String>> rows(String text) {
        List<List<String>> records = records(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : records.subList(Math.min(1, records.size()), records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(values.size(), records.get(0).size()); i++) {
                row.put(records.get(0).get(i).strip(), values.get(i).strip());
            }
            rows.add(row);
        }
        return rows;
    }

    /** A number of a row, of either sign; {@code null} if it is not there or none, such as {@code NaN}. */
    static @Nullable BigDecimal number(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        try {
            return text.isEmpty() || text.length() > MOST_DIGITS ? null : new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
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
        for (int i = 0; i < text.length(); i++) {
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
                fields.add(field.toString());
                field.setLength(0);
            } else if (field.length() > 0 || !fields.isEmpty()) {
                fields.add(field.toString());
                field.setLength(0);
                records.add(List.copyOf(fields));
                fields.clear();
            }
        }
        if (field.length() > 0 || !fields.isEmpty()) {
            fields.add(field.toString());
            records.add(List.copyOf(fields));
        }
        return records;
    }
}
