package io.github.fitbitproxy.upstream.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the files of an account export say of one day. Of the same series, a later file's part comes last. */
final class ExportParts {

    private final Parts parts;

    ExportParts(Parts parts) {
        this.parts = parts;
    }

    DayStatus status() {
        boolean complete = !parts.received().isEmpty() && parts.missing().isEmpty();
        return complete ? DayStatus.FINAL : DayStatus.PARTIAL;
    }

    List<byte[]> of(ExportFile file) {
        List<byte[]> found = new ArrayList<>();
        parts.received().forEach((name, part) -> {
            if (file.isNamed(name)) {
                found.add(part);
            }
        });
        return found;
    }

    /**
     * The rows of a JSON file.
     *
     * @throws UpstreamException if a part is no JSON
     */
    List<JsonNode> rows(ExportFile file) throws UpstreamException {
        List<JsonNode> rows = new ArrayList<>();
        of(file).forEach(part -> LenientJson.value(part).forEach(rows::add));
        return rows;
    }

    /** The last of {@link #rows}, or {@code null} if there is none. */
    @Nullable
    JsonNode last(ExportFile file) throws UpstreamException {
        List<JsonNode> rows = rows(file);
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    /** The lines of a table, by the names of its columns. */
    List<Map<String, String>> lines(ExportFile table) {
        return of(table).stream()
                .flatMap(part -> Csv.rows(new String(part, StandardCharsets.UTF_8)).stream())
                .toList();
    }

    /** The line of a table that has one a day: of several the last, but that of a device before what an app passed on. */
    Map<String, String> line(ExportFile table) {
        Map<String, String> line = Map.of();
        for (Map<String, String> candidate : lines(table)) {
            line = line.isEmpty() || isPassedOn(line) || !isPassedOn(candidate) ? candidate : line;
        }
        return line;
    }

    /** Whether an app of the phone passed it on through the health store of its system. */
    static boolean isPassedOn(Map<String, String> line) {
        String source = line.getOrDefault("data source", "");
        return source.endsWith("Health Connect") || source.endsWith("Health Kit");
    }
}
