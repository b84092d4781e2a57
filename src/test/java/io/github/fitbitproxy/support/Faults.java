package io.github.fitbitproxy.support;

import static io.restassured.RestAssured.given;

import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Turns the simulator's faults on and off and reads its counters, over HTTP as anybody would. */
public final class Faults {

    private Faults() {}

    private static String panel(String path) {
        return ConfigProvider.getConfig().getValue("fitbit.url", String.class) + "/_simulator/" + path;
    }

    /** From now on, calls whose path begins so meet that fault, for that many times. */
    public static void on(String path, String fault, int times) {
        given().body("[{\"path\":\"%s\",\"fault\":\"%s\",\"times\":%d}]".formatted(path, fault, times))
                .put(panel("faults"))
                .then()
                .statusCode(200);
    }

    /** From now on, calls whose path begins so meet that fault. */
    public static void on(String path, String fault) {
        given().body("[{\"path\":\"%s\",\"fault\":\"%s\"}]".formatted(path, fault))
                .put(panel("faults"))
                .then()
                .statusCode(200);
    }

    public static void off() {
        given().delete(panel("faults")).then().statusCode(204);
    }

    /** How many calls of that path there were since the start. */
    public static int calls(String path) {
        Map<String, Integer> paths = given().queryParam("prefix", path)
                .get(panel("calls"))
                .jsonPath()
                .getMap("paths");
        return paths.values().stream().mapToInt(Integer::intValue).sum();
    }
}
