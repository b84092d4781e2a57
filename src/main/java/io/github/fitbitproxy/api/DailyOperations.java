package io.github.fitbitproxy.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Says in the OpenAPI document what all kinds of daily data have in common, so that a resource names only what is its own:
 * {@code getXDay} answers the schema {@code XDay} and shows an example of it; {@code getXRange} beside it answers
 * {@code XRange}, which is made here, with examples that follow from the day's. Runs while the service is built.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DailyOperations implements OASFilter {

    /** The example that each resource shows of its day. */
    static final String A_DAY = "a day";

    private static final Pattern DAY = Pattern.compile("get(\\w+)Day");
    private static final String SUFFIX = "/{date}";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String EVERY_DAY =
            "Every day from `from` to `to`, both included, oldest first. A day that could not be had now stands in"
                    + " `missing` with the reason. One request asks the cloud for a bounded number of days; those"
                    + " beyond are `not-fetched`, and asking again goes on with them. `Accept: text/csv` gives one"
                    + " flat row a day.";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            Operation day = item.getGET();
            Matcher name = DAY.matcher(day == null || day.getOperationId() == null ? "" : day.getOperationId());
            if (path.endsWith(SUFFIX) && name.matches()) {
                String kind = name.group(1);
                Object example = example(day);
                describeDay(day, kind, example);
                document.getComponents().addSchema(kind + "Range", range(kind));
                String rangePath = path.substring(0, path.length() - SUFFIX.length());
                describeRange(document.getPaths().getPathItem(rangePath).getGET(), kind, example);
            }
        });
    }

    private static Object example(Operation day) {
        Map<String, Example> examples = day.getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType(MediaType.APPLICATION_JSON)
                .getExamples();
        return Objects.requireNonNull(examples.get(A_DAY), "an operation without an example")
                .getValue();
    }

    private static void describeDay(Operation day, String kind, Object example) {
        parameters(day, "date", "person", "cacheControl", "ifNoneMatch");
        APIResponses responses = OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description("The day. A day without data has null values.")
                                .headers(headers())
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                MediaType.APPLICATION_JSON,
                                                OASFactory.createMediaType()
                                                        .schema(ref(kind + "Day"))
                                                        .addExample(
                                                                A_DAY,
                                                                OASFactory.createExample()
                                                                        .value(example)))));
        day.setResponses(refer(
                responses,
                Map.of(
                        "304", "NotModified",
                        "400", "BadDate",
                        "401", "KeyRequired",
                        "404", "NotThere",
                        "502", "Unreadable",
                        "503", "Unavailable",
                        "504", "NotStored")));
    }

    private static void describeRange(Operation range, String kind, Object example) {
        range.setDescription(EVERY_DAY);
        parameters(range, "from", "to", "person", "cacheControl");
        Content content = OASFactory.createContent()
                .addMediaType(
                        MediaType.APPLICATION_JSON,
                        OASFactory.createMediaType()
                                .schema(ref(kind + "Range"))
                                .addExample(
                                        "two days", OASFactory.createExample().value(twoDays(example))))
                .addMediaType(
                        RangeResponses.CSV,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)))
                                .addExample(
                                        "one day", OASFactory.createExample().value(csv(example))));
        APIResponses responses = OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description("The days. The answer is sent while it is read.")
                                .content(content));
        range.setResponses(refer(
                responses,
                Map.of(
                        "400", "BadRange",
                        "401", "KeyRequired",
                        "404", "UnknownPerson",
                        "502", "Unreadable",
                        "503", "Unavailable")));
    }

    private static void parameters(Operation operation, String... names) {
        operation.setParameters(new ArrayList<>());
        for (String name : names) {
            operation.addParameter(OASFactory.createParameter().ref(name));
        }
    }

    private static Map<String, Header> headers() {
        Map<String, Header> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.ETAG, OASFactory.createHeader().ref("ETag"));
        headers.put("Age", OASFactory.createHeader().ref("Age"));
        headers.put(HttpHeaders.CACHE_CONTROL, OASFactory.createHeader().ref("CacheControl"));
        headers.put("Cache-Status", OASFactory.createHeader().ref("CacheStatus"));
        headers.put(BudgetHeaders.LIMIT, OASFactory.createHeader().ref("RateLimitLimit"));
        headers.put(BudgetHeaders.REMAINING, OASFactory.createHeader().ref("RateLimitRemaining"));
        headers.put(BudgetHeaders.RESET, OASFactory.createHeader().ref("RateLimitReset"));
        return headers;
    }

    private static APIResponses refer(APIResponses responses, Map<String, String> names) {
        names.keySet().stream()
                .sorted()
                .forEach(status -> responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref(names.get(status))));
        return responses;
    }

    private static Schema ref(String schema) {
        return OASFactory.createSchema().ref(SCHEMAS + schema);
    }

    private static Schema range(String kind) {
        return OASFactory.createSchema()
                .description("Every day of a range, oldest first: each date stands either in `days` or in `missing`.")
                .type(List.of(SchemaType.OBJECT))
                .required(List.of("from", "to", "days", "missing"))
                .addProperty("from", date("First day"))
                .addProperty("to", date("Last day"))
                .addProperty("days", list("The days that are known, oldest first", kind + "Day"))
                .addProperty("missing", list("The days that could not be had now, oldest first", "MissingDay"));
    }

    private static Schema date(String description) {
        return OASFactory.createSchema()
                .description(description)
                .type(List.of(SchemaType.STRING))
                .format("date");
    }

    private static Schema list(String description, String of) {
        return OASFactory.createSchema()
                .description(description)
                .type(List.of(SchemaType.ARRAY))
                .items(ref(of));
    }

    private static Map<String, Object> twoDays(Object example) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", "2026-11-21");
        range.put("to", "2026-11-22");
        range.put("days", List.of(example));
        Map<String, Object> missing = new LinkedHashMap<>();
        missing.put("date", "2026-11-22");
        missing.put("reason", "future-date");
        range.put("missing", List.of(missing));
        return range;
    }

    /** The header line and the row of the example. */
    private static String csv(Object example) {
        Map<String, String> row = new LinkedHashMap<>();
        flatten("", example, row);
        return String.join(",", row.keySet()) + "\r\n" + String.join(",", row.values()) + "\r\n";
    }

    private static void flatten(String name, Object value, Map<String, String> row) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((field, inner) -> flatten(name.isEmpty() ? "" + field : name + "." + field, inner, row));
        } else if (!(value instanceof List)) {
            row.put(name, value == null ? "" : value.toString());
        }
    }
}
