package io.github.fitbitproxy.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decoded {@code application/x-www-form-urlencoded} parameters, in the order in which they came. */
record FormParameters(List<Parameter> all) {

    record Parameter(String name, String value) {}

    /** @throws IllegalArgumentException if the text is badly encoded */
    static FormParameters parse(@Nullable String encoded) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : (encoded == null ? "" : encoded).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new Parameter(decode(pair), "")
                                : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return new FormParameters(List.copyOf(parameters));
    }

    /** Names and values that are decoded already. */
    static FormParameters of(Map<String, List<String>> decoded) {
        return new FormParameters(decoded.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new Parameter(entry.getKey(), value)))
                .toList());
    }

    static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /**
     * The value of that name, or empty.
     *
     * @throws IllegalArgumentException if it is given more than once, which OAuth forbids (RFC 5849 §3.1)
     */
    Optional<String> get(String name) {
        List<String> values = all.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
        if (values.size() > 1) {
            throw new IllegalArgumentException(name + " is given more than once");
        }
        return values.stream().findFirst();
    }

    @Override
    public String toString() {
        return "FormParameters" + all.stream().map(Parameter::name).toList();
    }
}
