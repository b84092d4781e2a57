package io.github.fitbitproxy.integration.mcp;

import io.github.fitbitproxy.api.PublicAnswers;
import io.github.fitbitproxy.api.PublicAnswers.PublicAnswer;
import io.github.fitbitproxy.integration.Figure;
import io.github.fitbitproxy.integration.Figures;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolManager.ToolAnnotations;
import io.quarkiverse.mcp.server.ToolManager.ToolArguments;
import io.quarkiverse.mcp.server.ToolManager.ToolDefinition;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Offers the public answers as tools: for each kind of data a day and a range, then the analysis and the status. All of them
 * read only, and answer the public JSON or the problem as it is.
 */
@ApplicationScoped
class McpTools {

    private static final int FIRST = Integer.MIN_VALUE;

    private static final String DATE = "yyyy-MM-dd, today or yesterday, in the wearer's time zone";
    private static final String TODAY = "today";
    private static final String PERSON =
            "A household member, as get_status names them; leave it out for the only or main one";

    /** What a model must know to tell the truth about any answer. */
    private static final String READING = " null means not known, never zero; 0 stands only where the cloud said 0."
            + " Where status is partial the day is not over or the device has not synced: say so. fetchedAt tells how old"
            + " the figures are; an upstream that begins with demo invents them.";

    private final PublicAnswers answers;
    private final ToolManager tools;
    private final boolean enabled;

    McpTools(PublicAnswers answers, ToolManager tools, McpConfig config) {
        this.answers = answers;
        this.tools = tools;
        this.enabled = config.enabled();
    }

    void close(@Observes Router router) {
        if (!enabled) {
            router.route("/mcp*").order(FIRST).handler(context -> context.fail(404));
        }
    }

    void register(@Observes StartupEvent start) {
        if (!enabled) {
            return;
        }
        answers.kinds().forEach(this::registerKind);
        tool(
                        "get_sleep_analysis",
                        "What the nights say together",
                        "Sleep analysis over a range of nights, 28 days to yesterday by default: means, regularity, social"
                                + " jetlag, sleep debt, trend. Each metric tells its value, unit, method, parameters and how"
                                + " many nights it rests on; a value is null where too few nights are known, and estimate"
                                + " marks a guess. It informs; it never diagnoses.")
                .addArgument("from", "First day: " + DATE, false, String.class)
                .addArgument("to", "Last day: " + DATE, false, String.class)
                .addArgument("person", PERSON, false, String.class)
                .addArgument(
                        "need", "Sleep needed in a day, minutes, 240 to 720; 480 if left out", false, Integer.class)
                .addArgument(
                        "workDays", "Days with work, such as mon,tue,wed; a guess if left out", false, String.class)
                .setHandler(answering(arguments -> answers.analysis(
                        text(arguments, "from"),
                        text(arguments, "to"),
                        text(arguments, "person"),
                        text(arguments, "need"),
                        text(arguments, "workDays"))))
                .register();
        tool(
                        "get_status",
                        "How everybody stands",
                        "Who lives here, whether each account is connected, when devices last synced (UTC), what is stored."
                                + " From what is known here: the cloud is not asked.")
                .setHandler(answering(arguments -> answers.status()))
                .register();
    }

    private void registerKind(String kind) {
        String figures = Figures.of(kind).stream().map(McpTools::described).collect(Collectors.joining("; "));
        tool("get_" + kind, "One day of " + kind, "The " + kind + " of one day. Figures: " + figures + "." + READING)
                .addArgument("date", DATE, false, String.class, TODAY)
                .addArgument("person", PERSON, false, String.class)
                .setHandler(answering(arguments -> answers.day(
                        kind, Objects.requireNonNullElse(text(arguments, "date"), TODAY), text(arguments, "person"))))
                .register();
        tool(
                        "get_" + kind + "_range",
                        "A range of days of " + kind,
                        "The " + kind + " of every day from one to another, both included, as get_" + kind
                                + " tells each:"
                                + " about a kilobyte a day, so ask for a month rather than a year. days holds what is known,"
                                + " missing the dates that could not be had and why." + READING)
                .addArgument("from", "First day: " + DATE, true, String.class)
                .addArgument("to", "Last day: " + DATE, true, String.class)
                .addArgument("person", PERSON, false, String.class)
                .setHandler(answering(arguments -> answers.range(
                        kind,
                        Objects.requireNonNullElse(text(arguments, "from"), ""),
                        Objects.requireNonNullElse(text(arguments, "to"), ""),
                        text(arguments, "person"))))
                .register();
    }

    private ToolDefinition tool(String name, String title, String description) {
        // Read-only, not destructive, the same again when asked again, and nothing but this service is reached.
        return tools.newTool(name)
                .setTitle(title)
                .setDescription(description)
                .setAnnotations(new ToolAnnotations(title, true, false, true, false));
    }

    private static String described(Figure figure) {
        String unit = figure.unit().symbol();
        return figure.path() + " (" + figure.title() + (unit == null ? "" : ", " + unit) + ")";
    }

    private static Function<ToolArguments, ToolResponse> answering(Function<ToolArguments, PublicAnswer> ask) {
        return arguments -> {
            PublicAnswer answer = ask.apply(arguments);
            return answer.isProblem() ? ToolResponse.error(answer.json()) : ToolResponse.success(answer.json());
        };
    }

    private static @Nullable String text(ToolArguments arguments, String name) {
        Object value = arguments.args().get(name);
        return value == null ? null : value.toString();
    }
}
