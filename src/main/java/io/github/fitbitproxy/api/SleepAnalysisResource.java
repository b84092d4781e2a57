package io.github.fitbitproxy.api;

import io.github.fitbitproxy.model.analysis.SleepAnalysis;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /sleep/analysis}. */
@Path("/sleep/analysis")
@Tag(name = "sleep")
public class SleepAnalysisResource {

    private final AnalysisResponses responses;

    SleepAnalysisResource(AnalysisResponses responses) {
        this.responses = responses;
    }

    @GET
    @Blocking
    @Operation(
            operationId = "getSleepAnalysis",
            summary = "What the nights say together",
            description =
                    "Means and variability, regularity, social jetlag, an estimated chronotype, sleep debt, naps, trend."
                            + " Every metric is always there; its `value` is null where too few nights are known. It informs; it"
                            + " never diagnoses. docs/analysis.md explains each metric.")
    @Parameter(
            name = "from",
            description = "First day, `yyyy-MM-dd`, `today` or `yesterday`; absent for 28 days in all",
            example = "2026-10-24")
    @Parameter(
            name = "to",
            description =
                    "Last day, `yyyy-MM-dd`, `today` or `yesterday`; absent for yesterday. At most 366 days in all.",
            example = "2026-11-20")
    @Parameter(name = "person", ref = "person")
    @Parameter(
            name = "need",
            description = "Sleep needed in a day, minutes, for `sleepDebt`",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "240", maximum = "720", defaultValue = "480"))
    @Parameter(
            name = "workDays",
            description =
                    "Days on which the wearer gets up for work. Without them Monday to Friday is a guess, and what"
                            + " rests on it says `\"estimate\": true`.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            pattern = "^(mon|tue|wed|thu|fri|sat|sun)(,(mon|tue|wed|thu|fri|sat|sun))*$"),
            example = "mon,tue,wed,thu,fri")
    @Parameter(name = HttpHeaders.CACHE_CONTROL, ref = "cacheControl")
    @Parameter(name = HttpHeaders.IF_NONE_MATCH, ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The analysis, of what is stored and what could be fetched",
            headers = {
                @Header(name = HttpHeaders.ETAG, ref = "ETag"),
                @Header(
                        name = HttpHeaders.CACHE_CONTROL,
                        description = "`private, no-cache`: ask again, with the `ETag`",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SleepAnalysis.class),
                            examples = @ExampleObject(name = "four weeks, shortened", value = Examples.ANALYSIS)))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(
            responseCode = "400",
            description = "`bad-range`: an end is no day, the range begins after its end, or it is too long;"
                    + " `bad-parameter`: no sensible `need`, or no such week day")
    @APIResponse(responseCode = "401", ref = "KeyRequired")
    @APIResponse(responseCode = "404", ref = "NotThere")
    @APIResponse(responseCode = "502", ref = "Unreadable")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    @APIResponse(responseCode = "504", ref = "NotStored")
    public Response analysis(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person,
            @QueryParam("need") @Nullable String need,
            @QueryParam("workDays") @Nullable String workDays,
            @Context HttpHeaders request) {
        return responses.answer(new AnalysisQuery(from, to, person, need, workDays), request);
    }
}
