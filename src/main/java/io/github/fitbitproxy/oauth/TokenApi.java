package io.github.fitbitproxy.oauth;

import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;
import com.github.scribejava.core.oauth2.clientauthentication.HttpBasicAuthenticationScheme;
import com.github.scribejava.core.oauth2.clientauthentication.RequestBodyAuthenticationScheme;
import java.io.IOException;

/** One provider's endpoints, and a reader of its answers that is strict and keeps secrets out of exceptions. */
final class TokenApi extends DefaultApi20 {

    private final OAuth2Provider provider;

    TokenApi(OAuth2Provider provider) {
        this.provider = provider;
    }

    @Override
    public String getAccessTokenEndpoint() {
        return provider.tokenUrl().toASCIIString();
    }

    @Override
    public String getRevokeTokenEndpoint() {
        return provider.revokeUrl().toASCIIString();
    }

    @Override
    protected String getAuthorizationBaseUrl() {
        return provider.authorizeUrl().toASCIIString();
    }

    @Override
    public ClientAuthentication getClientAuthentication() {
        return switch (provider.clientAuthentication()) {
            case BASIC -> HttpBasicAuthenticationScheme.instance();
            case FORM -> RequestBodyAuthenticationScheme.instance();
        };
    }

    /** Hands on the whole answer, which has more than scribejava knows; it is checked here. */
    @Override
    public TokenExtractor<OAuth2AccessToken> getAccessTokenExtractor() {
        return response -> new OAuth2AccessToken(checked(response), response.getBody());
    }

    private static String checked(Response response) throws IOException {
        if (response.getCode() == 200) {
            try {
                return TokenAnswer.parse(response.getBody()).accessToken();
            } catch (IllegalArgumentException e) {
                // No tokens: refused below, like any other answer that has none.
            }
        }
        throw refusal(response);
    }

    static TokenRefusal refusal(Response response) throws IOException {
        return new TokenRefusal(response.getCode(), response.getBody(), response.getHeader("Retry-After"));
    }
}
