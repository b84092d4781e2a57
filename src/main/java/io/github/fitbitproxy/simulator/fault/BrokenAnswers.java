package io.github.fitbitproxy.simulator.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.fitbitproxy.simulator.fault.Delivery.Manner;
import io.github.fitbitproxy.simulator.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What each fault makes of an answer. */
public final class BrokenAnswers {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private BrokenAnswers() {}

    /**
     * @param refusals the words of the vendor whose answer is broken
     * @param right gives the answer that would have been right; asked only by faults that build on it
     */
    public static Delivery of(FaultRule rule, Refusals refusals, Supplier<Answer> right) {
        return switch (rule.fault()) {
            case SLOW -> new Delivery(right.get(), rule.delayMillis(), Manner.WHOLE);
            case HANG -> new Delivery(Answer.empty(200), 0, Manner.NEVER);
            case HANG_UP -> new Delivery(right.get(), 0, Manner.CUT);
            case ANSWER_LOST -> new Delivery(right.get(), 0, Manner.LOST);
            default -> Delivery.whole(answer(rule.fault(), refusals, right));
        };
    }

    private static Answer answer(Fault fault, Refusals refusals, Supplier<Answer> right) {
        return switch (fault) {
            case UNAUTHORISED -> refusals.unauthorised();
            case REVOKED_TOKEN -> refusals.revoked();
            case FORBIDDEN -> refusals.forbidden();
            case FORBIDDEN_WITHOUT_REASON -> refusals.forbiddenWithoutReason();
            case RATE_LIMITED -> refusals.rateLimited();
            case RATE_LIMITED_WITHOUT_HEADERS -> refusals.rateLimitedWithoutHeaders();
            case RATE_LIMITED_CONTRADICTORY -> refusals.rateLimited().with("Retry-After", "1");
            case STATUS_500 -> refusals.brokenInside();
            case STATUS_502 -> Answer.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
            case STATUS_503 -> refusals.unavailable();
            case STATUS_504 -> refusals.tooLate();
            case GONE -> refusals.gone();
            case INVALID_GRANT -> refusals.invalidGrant();
            case INVALID_CLIENT -> refusals.invalidClient();
            case HTML -> Answer.html(200, "<html><body><h1>We will be right back</h1></body></html>");
            case PENDING ->
                Answer.json(
                        200,
                        "{\"meta\":{\"retryDuration\":3000,\"state\":\"pending\"}}".getBytes(StandardCharsets.UTF_8));
            case TRUNCATED_JSON -> truncated(right.get());
            case BYTE_ORDER_MARK -> marked(right.get());
            case UNKNOWN_FIELDS, MISSING_LEVELS, NUMBERS_AS_STRINGS -> rewritten(right.get(), fault);
            // The others change what is done, not how it is told.
            default -> right.get();
        };
    }

    private static Answer truncated(Answer answer) {
        return answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
    }

    private static Answer marked(Answer answer) {
        byte[] body = Arrays.copyOf(BYTE_ORDER_MARK, BYTE_ORDER_MARK.length + answer.body().length);
        System.arraycopy(answer.body(), 0, body, BYTE_ORDER_MARK.length, answer.body().length);
        return answer.withBody(body);
    }

    private static Answer rewritten(Answer answer, Fault fault) {
        if (!answer.isJson()) {
            return answer;
        }
        try {
            JsonNode rewritten = rewrite(MAPPER.readTree(answer.body()), fault);
            return answer.withBody(rewritten.toString().getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException recordedNonsense) {
            return answer;
        } catch (IOException impossible) {
            throw new IllegalStateException("Reading from memory failed", impossible);
        }
    }

    private static JsonNode rewrite(JsonNode node, Fault fault) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), rewrite(member.getValue(), fault)));
            if (fault == Fault.MISSING_LEVELS) {
                members.remove("levels");
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.setAll(members);
            if (fault == Fault.UNKNOWN_FIELDS) {
                object.putObject("addedWithoutNotice").putArray("list").add(1).addNull();
            }
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(rewrite(element, fault)));
            return array;
        }
        return fault == Fault.NUMBERS_AS_STRINGS && node.isNumber() ? TextNode.valueOf(node.asText()) : node;
    }
}
