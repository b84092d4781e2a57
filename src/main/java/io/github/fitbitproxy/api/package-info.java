/**
 * HTTP in, JSON out: one resource per kind, cache headers, problems. What the OpenAPI document says once for all operations
 * stands here.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Fitbit Proxy",
                        version = "1",
                        description = """
                                Clean sleep, activity and health JSON for your own network, whatever the cloud does.

                                `null` means "not known"; `0` stands only where the upstream said 0. Durations are whole minutes, \
                                lengths metres, energy kilocalories, weights kilograms. Times are RFC 3339 with the offset that held then. Days are \
                                those of the wearer's time zone.""",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        // With a key, or with none where reading is open.
        securitySets = {
            @SecurityRequirementsSet(@SecurityRequirement(name = "apiKey")),
            @SecurityRequirementsSet(@SecurityRequirement(name = "bearerKey")),
            @SecurityRequirementsSet
        },
        servers = @Server(url = "/", description = "This service"),
        tags = {
            @Tag(name = "status", description = "How everybody stands"),
            @Tag(name = "problems", description = "What errors mean"),
            @Tag(name = "setup", description = "Connecting accounts; guarded by the admin token")
        },
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "apiKey",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.HEADER,
                                    apiKeyName = "X-API-Key",
                                    description = "One of the setting `proxy.api-keys`, where it is set"),
                            @SecurityScheme(
                                    securitySchemeName = "bearerKey",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    description = "The same key, or the admin token")
                        },
                        parameters = {
                            @Parameter(
                                    name = "date",
                                    in = ParameterIn.PATH,
                                    required = true,
                                    description =
                                            "`yyyy-MM-dd`, `today` or `yesterday`, in the wearer's time zone. The day on"
                                                    + " which a night ended.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    pattern = "^(today|yesterday|\\d{4}-\\d{2}-\\d{2})$"),
                                    example = "today"),
                            @Parameter(
                                    name = "from",
                                    in = ParameterIn.QUERY,
                                    required = true,
                                    description =
                                            "First day: `yyyy-MM-dd`, `today` or `yesterday`, in the wearer's time zone",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    pattern = "^(today|yesterday|\\d{4}-\\d{2}-\\d{2})$"),
                                    example = "2026-11-01"),
                            @Parameter(
                                    name = "to",
                                    in = ParameterIn.QUERY,
                                    required = true,
                                    description =
                                            "Last day: `yyyy-MM-dd`, `today` or `yesterday`, in the wearer's time zone",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    pattern = "^(today|yesterday|\\d{4}-\\d{2}-\\d{2})$"),
                                    example = "today"),
                            @Parameter(
                                    name = "person",
                                    in = ParameterIn.QUERY,
                                    description = "A household member; absent means the only, or the default, one",
                                    schema = @Schema(type = SchemaType.STRING, pattern = "^[a-z0-9][a-z0-9._-]{0,39}$"),
                                    example = "me"),
                            @Parameter(
                                    name = "cacheControl",
                                    in = ParameterIn.HEADER,
                                    description = "`no-cache` asks the cloud first, `max-age=N` accepts answers up to N"
                                            + " seconds old, `only-if-cached` never asks the cloud",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "no-cache"),
                            @Parameter(
                                    name = "ifNoneMatch",
                                    in = ParameterIn.HEADER,
                                    description = "The `ETag` of the answer that the client has",
                                    schema = @Schema(type = SchemaType.STRING))
                        },
                        headers = {
                            @Header(
                                    name = "ETag",
                                    description = "A strong validator of the answer",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "Age",
                                    description = "Seconds since the cloud was asked",
                                    schema = @Schema(type = SchemaType.INTEGER)),
                            @Header(
                                    name = "CacheControl",
                                    description = "`private, max-age=` with the seconds of freshness left",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "CacheStatus",
                                    description =
                                            "RFC 9211: `hit` (a negative `ttl` means stale), `fwd=…` when the cloud"
                                                    + " was asked, `collapsed` when another request's call served",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "RateLimitLimit",
                                    description = "Calls per window that the cloud allows; where the cloud was asked"
                                            + " and said it",
                                    schema = @Schema(type = SchemaType.INTEGER)),
                            @Header(
                                    name = "RateLimitRemaining",
                                    description = "Calls that are left in this window",
                                    schema = @Schema(type = SchemaType.INTEGER)),
                            @Header(
                                    name = "RateLimitReset",
                                    description = "Seconds until all calls are there again",
                                    schema = @Schema(type = SchemaType.INTEGER)),
                            @Header(
                                    name = "RetryAfter",
                                    description = "Seconds until asking again makes sense",
                                    schema = @Schema(type = SchemaType.INTEGER))
                        },
                        responses = {
                            @APIResponse(
                                    name = "KeyRequired",
                                    description = "`api-key-required`: reading is closed with API keys",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(name = "NotModified", description = "The client has this answer already"),
                            @APIResponse(
                                    name = "BadDate",
                                    description = "`bad-date`: that is not a day",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "BadRange",
                                    description = "`bad-range`: an end is missing or no day, the range begins after its"
                                            + " end, or it is too long",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "UnknownPerson",
                                    description = "`unknown-person`: nobody has that name",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotThere",
                                    description =
                                            "`future-date`: the day has not begun for the wearer; `unknown-person`:"
                                                    + " nobody has that name",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Unreadable",
                                    description = "`upstream-unreadable`: the cloud's answer makes no sense",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter"),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "`not-connected`, `reauthorisation-required`, `upstream-unavailable` or"
                                                    + " `budget-exhausted`, and nothing stored could stand in",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter"),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "the cloud is down",
                                                                    value = Examples.PROBLEM))),
                            @APIResponse(
                                    name = "NotStored",
                                    description = "`not-stored`: the request says only-if-cached and nothing is stored",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
@NullMarked
package io.github.fitbitproxy.api;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;
