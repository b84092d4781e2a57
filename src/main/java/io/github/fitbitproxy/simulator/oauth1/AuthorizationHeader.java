package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.http.Parameter;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The protocol parameters of an {@code Authorization: OAuth …} header, decoded (RFC 5849 §3.5.1).
 *
 * @param parameters everything but the {@code realm}
 */
public record AuthorizationHeader(List<Parameter> parameters) {

    private static final Pattern SCHEME = Pattern.compile("\\s*OAuth\\s+(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("\\s*([^\\s=\",]+)\\s*=\\s*\"([^\"]*)\"\\s*(?:,|$)");

    /** Empty if there is no such header, if it has another scheme, or if it cannot be read. */
    public static Optional<AuthorizationHeader> parse(@Nullable String header) {
        Matcher scheme = SCHEME.matcher(header == null ? "" : header);
        if (!scheme.matches()) {
            return Optional.empty();
        }
        String rest = scheme.group(1);
        List<Parameter> parameters = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(rest);
        int position = 0;
        while (position < rest.length()) {
            if (!parameter.find(position) || parameter.start() != position) {
                return Optional.empty();
            }
            if (!parameter.group(1).equalsIgnoreCase("realm")) {
                try {
                    parameters.add(new Parameter(
                            PercentCode.decode(parameter.group(1)), PercentCode.decode(parameter.group(2))));
                } catch (IllegalArgumentException badlyEncoded) {
                    return Optional.empty();
                }
            }
            position = parameter.end();
        }
        return Optional.of(new AuthorizationHeader(List.copyOf(parameters)));
    }

    /** The value of that parameter, if it is there and not empty. */
    public Optional<String> value(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** A parameter that stands there more than once, which RFC 5849 §3.1 forbids. */
    Optional<String> repeated() {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        return names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst();
    }
}
