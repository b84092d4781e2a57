package io.github.fitbitproxy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small JSON object of texts, read strictly: a mistyped field is told, not ignored. */
record JsonFields(Map<String, String> fields) {

    static final int MAX_BYTES = 16 * 1024;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .reader();

    /**
     * @param known the fields that mean something; each is a text, {@code null} or absent
     * @throws BadRequest naming what is wrong
     */
    static JsonFields read(InputStream body, List<String> known) throws BadRequest, IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new BadRequest("The body is longer than " + MAX_BYTES + " bytes.");
        }
        JsonNode json = tree(bytes);
        if (!json.isObject()) {
            throw new BadRequest("The body must be a JSON object with some of the fields " + known + ".");
        }
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            String name = field.getKey();
            if (!known.contains(name)) {
                throw new BadRequest("There is no field \"" + shortened(name) + "\". Known are " + known + ".");
            }
            if (!field.getValue().isTextual() && !field.getValue().isNull()) {
                throw new BadRequest("The field \"" + name + "\" must be a text.");
            }
            if (field.getValue().isTextual() && !field.getValue().textValue().isBlank()) {
                fields.put(name, field.getValue().textValue().strip());
            }
        }
        return new JsonFields(Map.copyOf(fields));
    }

    /** The text of a field without white space around it; empty if it is absent, {@code null} or blank. */
    Optional<String> get(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    String require(String field) throws BadRequest {
        return get(field).orElseThrow(() -> new BadRequest("The field \"" + field + "\" is missing."));
    }

    private static JsonNode tree(byte[] bytes) throws BadRequest, IOException {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            // Its message would quote the body, which may hold secrets.
            throw new BadRequest("The body is not JSON, or has a field twice.");
        }
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    @Override
    public String toString() {
        return "JsonFields" + fields.keySet();
    }
}
