package io.github.fitbitproxy.simulator.oauth1;

import io.github.fitbitproxy.simulator.http.Parameter;
import io.github.fitbitproxy.simulator.http.PercentCode;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text that both sides sign (RFC 5849 §3.4.1). */
final class SignatureBaseString {

    private SignatureBaseString() {}

    /**
     * @param uri query and fragment are left out
     * @param parameters of query, form body and header, decoded, without {@code realm}; an {@code oauth_signature} among
     *     them is left out
     */
    static String of(String method, URI uri, List<Parameter> parameters) {
        return method.toUpperCase(Locale.ROOT)
                + "&" + PercentCode.encode(baseUri(uri))
                + "&" + PercentCode.encode(normalise(parameters));
    }

    /** RFC 5849 §3.4.1.2: scheme and host in lower case, no default port. */
    static String baseUri(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        // Not getHost(), which is null for the underscores that container names may have.
        String authority = uri.getRawAuthority().toLowerCase(Locale.ROOT);
        String host = authority.endsWith(defaultPort)
                ? authority.substring(0, authority.length() - defaultPort.length())
                : authority;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + host + path;
    }

    /** RFC 5849 §3.4.1.3.2: encode first, then sort by name and value. */
    static String normalise(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> !parameter.name().equals("oauth_signature"))
                .map(parameter ->
                        new Parameter(PercentCode.encode(parameter.name()), PercentCode.encode(parameter.value())))
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }
}
