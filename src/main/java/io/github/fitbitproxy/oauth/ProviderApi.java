package io.github.fitbitproxy.oauth;

import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.model.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Supplier;

/** One provider's endpoints, and a reader of its answers that is strict and keeps secrets out of exceptions. */
final class ProviderApi extends SigningApi {

    private final OAuth1Provider provider;

    ProviderApi(OAuth1Provider provider, Clock clock, Supplier<String> nonces) {
        super(clock, nonces);
        this.provider = provider;
    }

    @Override
    public String getRequestTokenEndpoint() {
        return provider.requestTokenUrl().toASCIIString();
    }

    @Override
    public String getAccessTokenEndpoint() {
        return provider.accessTokenUrl().toASCIIString();
    }

    @Override
    protected String getAuthorizationBaseUrl() {
        return provider.authorizeUrl().toASCIIString();
    }

    /** RFC 5849 §2.1, with {@code oauth_callback_confirmed}, which tells 1.0a from the unsafe 1.0. */
    @Override
    public TokenExtractor<OAuth1RequestToken> getRequestTokenExtractor() {
        return response -> read(response, form -> {
            form.get("oauth_callback_confirmed").filter("true"::equals).orElseThrow(IllegalArgumentException::new);
            return new OAuth1RequestToken(token(form), secret(form), true, null);
        });
    }

    /** RFC 5849 §2.3. */
    @Override
    public TokenExtractor<OAuth1AccessToken> getAccessTokenExtractor() {
        return response -> read(response, form -> new OAuth1AccessToken(token(form), secret(form), response.getBody()));
    }

    private static String token(FormParameters form) {
        return form.get("oauth_token").filter(token -> !token.isBlank()).orElseThrow(IllegalArgumentException::new);
    }

    private static String secret(FormParameters form) {
        return form.get("oauth_token_secret").orElseThrow(IllegalArgumentException::new);
    }

    private static <T> T read(Response response, Reader<T> reader) throws IOException {
        String body = response.getBody();
        if (response.getCode() == 200) {
            try {
                return reader.read(FormParameters.parse(body.strip()));
            } catch (IllegalArgumentException e) {
                // Not a form with credentials: refused below, like any other answer that is none.
            }
        }
        throw new Refusal(response.getCode(), body, response.getHeader("Date"));
    }

    private interface Reader<T> {
        T read(FormParameters form) throws IOException;
    }
}
