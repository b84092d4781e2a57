package io.github.fitbitproxy.oauth;

import com.github.scribejava.core.extractors.BaseStringExtractorImpl;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Parameter;
import com.github.scribejava.core.utils.OAuthEncoder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The signature base string (RFC 5849 §3.4.1). scribejava 8.3.3 sorts parameters before encoding them, cuts values at a
 * second {@code =}, and leaves the host's case and the fragment as they are; each makes a signature that providers refuse.
 */
final class BaseString extends BaseStringExtractorImpl {

    /** RFC 5849 §3.4.1.2. */
    @Override
    protected String getUrl(OAuthRequest request) {
        URI uri = URI.create(request.getUrl());
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int defaultPort = "https".equals(scheme) ? 443 : 80;
        String port = uri.getPort() == -1 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path;
    }

    /** RFC 5849 §3.4.1.3. */
    @Override
    protected String getSortedAndEncodedParams(OAuthRequest request) {
        List<Parameter> encoded = new ArrayList<>();
        FormParameters.parse(URI.create(request.getUrl()).getRawQuery())
                .all()
                .forEach(parameter -> encoded.add(encode(parameter.name(), parameter.value())));
        request.getBodyParams()
                .getParams()
                .forEach(parameter -> encoded.add(encode(parameter.getKey(), parameter.getValue())));
        request.getOauthParameters().forEach((name, value) -> encoded.add(encode(name, value)));
        return OAuthEncoder.encode(encoded.stream()
                .sorted()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&")));
    }

    private static Parameter encode(String name, String value) {
        return new Parameter(OAuthEncoder.encode(name), OAuthEncoder.encode(value));
    }
}
