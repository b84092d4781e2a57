package io.github.fitbitproxy.web;

import io.github.fitbitproxy.day.ImportReport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how far an import has come, one line of JSON at a time. Pure. */
final class ImportLines {

    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";

    private ImportLines() {}

    /** A line about an import that goes on. */
    static String running(ImportReport report) {
        return line(counts(RUNNING, report));
    }

    /** The last line: what came of it, with what was refused. */
    static String done(ImportReport report) {
        return line(whole(DONE, report));
    }

    /**
     * The last line where it could not go on.
     *
     * @param report as far as it came; {@code null} if that is not known
     */
    static String failed(@Nullable ImportReport report, String reason) {
        JsonObject line = report == null ? new JsonObject().put("state", FAILED) : whole(FAILED, report);
        return line(line.put("reason", reason));
    }

    private static JsonObject whole(String state, ImportReport report) {
        JsonArray refused = new JsonArray();
        report.refused()
                .forEach(file ->
                        refused.add(new JsonObject().put("file", file.file()).put("reason", file.reason())));
        return counts(state, report)
                .put("days", object(report.days()))
                .put("daysChanged", object(report.daysChanged()))
                .put("refused", refused);
    }

    private static JsonObject counts(String state, ImportReport report) {
        return new JsonObject()
                .put("state", state)
                .put("person", report.person().name())
                .put("upstream", report.upstream())
                .put("files", report.files())
                .put("filesRead", report.filesRead())
                .put("filesUnused", report.filesUnused())
                .put("filesRefused", report.filesRefused());
    }

    private static JsonObject object(Map<String, Long> counts) {
        JsonObject object = new JsonObject();
        counts.forEach(object::put);
        return object;
    }

    private static String line(JsonObject object) {
        return object.encode() + "\n";
    }
}
