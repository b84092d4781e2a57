package io.github.fitbitproxy.integration.mcp;

import static io.restassured.RestAssured.given;

import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may use the tools when reading is closed. */
@QuarkusTest
@TestProfile(McpAccessTest.WithKeys.class)
@WithTestResource(SimulatedCloud.class)
class McpAccessTest {

    public static class WithKeys implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("proxy.api-keys", "a-key-of-the-household");
        }
    }

    private static RequestSpecification initialise() {
        return given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body("""
                        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",
                         "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""");
    }

    @Test
    void closesTheToolsTooWhereReadingNeedsAKey() {
        initialise().post("/mcp").then().statusCode(401);
        initialise().header("Authorization", "Bearer wrong").post("/mcp").then().statusCode(401);
        initialise()
                .header("Authorization", "Bearer a-key-of-the-household")
                .post("/mcp")
                .then()
                .statusCode(200);
        given().get("/mcp/sse").then().statusCode(401);
    }

    @Test
    void answersToNoNameOfTheInternet() {
        initialise()
                .header("Authorization", "Bearer a-key-of-the-household")
                .header("Host", "attacker.example.com")
                .post("/mcp")
                .then()
                .statusCode(421);
    }
}
