package io.github.fitbitproxy.integration.mcp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.support.SimulatedCloud;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tools, called by the protocol's own Java client over streamable HTTP. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class McpTest {

    @TestHTTPResource
    URI service;

    private McpSyncClient client;

    @BeforeEach
    void connect() {
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(service.toString())
                        .endpoint("/mcp")
                        .build())
                .requestTimeout(Duration.ofSeconds(20))
                .build();
        client.initialize();
    }

    @AfterEach
    void close() {
        client.closeGracefully();
    }

    private CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(tool, arguments));
    }

    private String told(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        assertThat(result.isError()).as(result.toString()).isNotEqualTo(true);
        return ((TextContent) result.content().get(0)).text();
    }

    @Test
    void offersADayAndARangeOfEachKindTheAnalysisAndTheStatusForReadingOnly() {
        assertThat(client.getServerInfo().name()).isEqualTo("fitbit-proxy");
        assertThat(client.getServerInstructions()).contains("null means not known");
        List<Tool> tools = client.listTools().tools();
        assertThat(tools.stream().map(Tool::name))
                .contains(
                        "get_sleep",
                        "get_sleep_range",
                        "get_activities",
                        "get_activities_range",
                        "get_heart",
                        "get_heart_range",
                        "get_body",
                        "get_body_range",
                        "get_vitals",
                        "get_vitals_range",
                        "get_sleep_analysis",
                        "get_status");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().destructiveHint()).isFalse();
            if (tool.inputSchema().properties() != null) {
                assertThat(tool.inputSchema().properties().values())
                        .allSatisfy(argument -> assertThat(((Map<?, ?>) argument).get("description"))
                                .isNotNull());
            }
        });
        Tool sleep = tools.stream()
                .filter(tool -> tool.name().equals("get_sleep"))
                .findFirst()
                .orElseThrow();
        assertThat(sleep.description())
                .contains("minutesAsleep (Time asleep, min)", "stages.deep (Deep sleep, min)", "null means not known");
    }

    @Test
    void answersTheSameJsonAsTheAddresses() {
        assertThat(told("get_sleep", Map.of("date", "2026-10-14")))
                .isEqualTo(given().get("/sleep/2026-10-14").asString());
        assertThat(told("get_activities", Map.of()))
                .isEqualTo(given().get("/activities/today").asString());
        assertThat(told("get_sleep_range", Map.of("from", "2026-10-10", "to", "2026-10-12", "person", "me")))
                .isEqualTo(given().get("/sleep?from=2026-10-10&to=2026-10-12").asString());
        assertThat(told("get_sleep_analysis", Map.of("from", "2026-10-01", "to", "2026-10-14", "need", 450)))
                .isEqualTo(given().get("/sleep/analysis?from=2026-10-01&to=2026-10-14&need=450")
                        .asString());
        assertThat(JsonPath.from(told("get_status", Map.of())).getString("people[0].person"))
                .isEqualTo("me");
        assertThat(given().get("/status").jsonPath().getMap("people[0]").keySet())
                .isEqualTo(JsonPath.from(told("get_status", Map.of()))
                        .getMap("people[0]")
                        .keySet());
    }

    @Test
    void answersTheSameProblemsAsTheAddresses() {
        for (CallToolRequest wrong : List.of(
                new CallToolRequest("get_sleep", Map.<String, Object>of("date", "2026-02-30")),
                new CallToolRequest("get_sleep", Map.<String, Object>of("person", "nobody")),
                new CallToolRequest("get_sleep_range", Map.<String, Object>of("from", "today", "to", "yesterday")),
                new CallToolRequest("get_sleep_analysis", Map.<String, Object>of("need", 1)))) {
            CallToolResult result = client.callTool(wrong);
            assertThat(result.isError()).isTrue();
            String problem = ((TextContent) result.content().get(0)).text();
            assertThat(JsonPath.from(problem).getString("type"))
                    .isIn(
                            "/problems/bad-date",
                            "/problems/unknown-person",
                            "/problems/bad-range",
                            "/problems/bad-parameter");
        }
    }
}
