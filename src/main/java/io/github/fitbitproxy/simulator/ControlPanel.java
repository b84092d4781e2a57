package io.github.fitbitproxy.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.fault.CallCounts;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.fault.FaultSwitches;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.wearer.PresetWearers;
import io.github.fitbitproxy.simulator.wearer.Wearer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The simulator's own paths: who is simulated, which faults are on, what was called. */
final class ControlPanel {

    static final String PATH = "/_simulator";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FaultSwitches faults;
    private final CallCounts calls;
    private final Runnable forgiveGrants;

    /** @param forgiveGrants brings back the grants that were revoked and the tokens that were ended early */
    ControlPanel(FaultSwitches faults, CallCounts calls, Runnable forgiveGrants) {
        this.faults = faults;
        this.calls = calls;
        this.forgiveGrants = forgiveGrants;
    }

    Answer answer(Call call) {
        try {
            return switch (call.method() + " " + call.path()) {
                case "GET " + PATH -> Answer.json(200, wearers());
                case "GET " + PATH + "/faults" -> Answer.json(200, faults());
                case "PUT " + PATH + "/faults" -> {
                    faults.replaceAll(rules(call.body()));
                    yield Answer.json(200, faults());
                }
                case "POST " + PATH + "/faults" -> {
                    rules(call.body()).forEach(faults::add);
                    yield Answer.json(200, faults());
                }
                case "DELETE " + PATH + "/faults" -> {
                    faults.clear();
                    yield Answer.empty(204);
                }
                case "GET " + PATH + "/calls" ->
                    Answer.json(200, counts(call.queryValue("prefix").orElse("/")));
                case "DELETE " + PATH + "/calls" -> {
                    calls.clear();
                    yield Answer.empty(204);
                }
                case "DELETE " + PATH + "/grants" -> {
                    forgiveGrants.run();
                    yield Answer.empty(204);
                }
                default -> Answer.json(404, text("message", "The simulator has no " + call.method() + " of this path"));
            };
        } catch (IllegalArgumentException refused) {
            return Answer.json(400, text("message", String.valueOf(refused.getMessage())));
        }
    }

    private static ObjectNode wearers() {
        ObjectNode answer = text("note", "Simulator. Nobody here is real: all data are invented.");
        ArrayNode list = answer.putArray("wearers");
        for (Wearer wearer : PresetWearers.ALL) {
            list.addObject()
                    .put("encodedId", wearer.encodedId())
                    .put("name", wearer.displayName())
                    .put("description", wearer.description())
                    .put("homeTimeZone", wearer.home().getId())
                    .put("token", wearer.token())
                    .put("tokenSecret", wearer.tokenSecret())
                    .put("refreshToken", wearer.refreshToken());
        }
        return answer;
    }

    private ArrayNode faults() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (FaultRule rule : faults.list()) {
            ObjectNode json = list.addObject();
            json.put("path", rule.path());
            json.put("fault", rule.fault().word());
            json.put("wearer", rule.wearer());
            json.put("times", rule.times());
            json.put("delayMillis", rule.delayMillis());
            json.put("seconds", rule.seconds());
            json.put("scope", rule.scope());
        }
        return list;
    }

    private ObjectNode counts(String prefix) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("prefix", prefix);
        answer.put("total", calls.of(prefix));
        ObjectNode paths = answer.putObject("paths");
        calls.byPath(prefix).forEach(paths::put);
        return answer;
    }

    /** @throws IllegalArgumentException with a plain sentence if the body makes no sense */
    private static List<FaultRule> rules(String body) {
        List<FaultRule> rules = new ArrayList<>();
        for (JsonNode json : read(body)) {
            String word = json.path("fault").asText();
            Fault fault = Fault.ofWord(word)
                    .orElseThrow(() -> new IllegalArgumentException("There is no fault named " + word));
            FaultRule rule = FaultRule.on(json.path("path").asText("/"), fault);
            @Nullable String wearer = json.path("wearer").textValue();
            rule = wearer == null ? rule : rule.forWearer(wearer);
            rule = json.path("times").isInt() ? rule.times(json.path("times").intValue()) : rule;
            rules.add(rule.delayedBy(json.path("delayMillis").asLong(rule.delayMillis()))
                    .aheadBy(json.path("seconds").asLong(rule.seconds()))
                    .without(json.path("scope").asText("")));
        }
        return rules;
    }

    private static JsonNode read(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json.isArray()) {
                return json;
            }
        } catch (JsonProcessingException unreadable) {
            // The same sentence helps.
        }
        throw new IllegalArgumentException(
                "Send a JSON array such as [{\"path\": \"/1.2/\", \"fault\": \"status-503\"}]");
    }

    private static ObjectNode text(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }
}
