package io.github.fitbitproxy.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An application for the tests of the page alone: its clock stands, and its calls do not run out. */
public class PageApplication implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("simulator.calls-per-hour", "100000");
    }
}
