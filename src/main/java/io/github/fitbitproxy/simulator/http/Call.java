package io.github.fitbitproxy.simulator.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that came in.
 *
 * @param method in upper case
 * @param baseUri scheme, host and port as the caller named them, such as {@code http://127.0.0.1:8090}
 * @param path as it stood in the request line, still percent-encoded, without the query
 * @param query decoded
 * @param authorization the header of that name
 * @param contentType the header of that name
 */
public record Call(
        String method,
        String baseUri,
        String path,
        List<Parameter> query,
        @Nullable String authorization,
        @Nullable String contentType,
        String body) {

    /**
     * The parameters of a form body; none if the body is something else.
     *
     * @throws IllegalArgumentException if the form is badly encoded
     */
    public List<Parameter> form() {
        boolean form = contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        return form ? PercentCode.parseForm(body) : List.of();
    }

    public Optional<String> queryValue(String name) {
        return first(query, name);
    }

    /** Empty if there is no such field, or the form is badly encoded. */
    public Optional<String> formValue(String name) {
        try {
            return first(form(), name);
        } catch (IllegalArgumentException badlyEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }
}
