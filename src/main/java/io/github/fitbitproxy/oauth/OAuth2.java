package io.github.fitbitproxy.oauth;

import com.github.scribejava.core.exceptions.OAuthException;
import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCECodeChallengeMethod;
import io.github.fitbitproxy.config.ProxyConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** OAuth 2.0: the authorization code grant with PKCE (RFC 6749 §4.1, RFC 7636), refreshing and revoking (RFC 7009). */
@Singleton
public class OAuth2 {

    /** 256 bits: 43 characters, as RFC 7636 §4.1 recommends for a code verifier. */
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random;
    private final HttpClient http;

    @Inject
    OAuth2(SecureRandom random, ProxyConfig config) {
        this.random = random;
        this.http = new ProviderHttp(config.upstreamTimeout());
    }

    /** A text that nobody can guess: a {@code state} (RFC 6749 §10.12) or a code verifier. */
    String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The page on which the person consents (RFC 6749 §4.1.1).
     *
     * @param codeVerifier is not in it, only what follows from it (RFC 7636 §4.2)
     */
    URI consentUrl(
            OAuth2Provider provider, ClientCredentials client, String redirectUri, String state, String codeVerifier) {
        return URI.create(service(provider, client, redirectUri)
                .createAuthorizationUrlBuilder()
                .scope(String.join(" ", provider.scopes()))
                .state(state)
                .pkce(pkce(codeVerifier))
                .additionalParams(provider.authorizeParameters())
                .build());
    }

    private static PKCE pkce(String codeVerifier) {
        PKCE pkce = new PKCE();
        pkce.setCodeVerifier(codeVerifier);
        pkce.setCodeChallengeMethod(PKCECodeChallengeMethod.S256);
        try {
            pkce.setCodeChallenge(PKCECodeChallengeMethod.S256.transform2CodeChallenge(codeVerifier));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        return pkce;
    }

    /**
     * Changes a consent into tokens (RFC 6749 §4.1.3).
     *
     * @param redirectUri the one that the consent page was asked with
     * @throws TokenRefusal if the provider gives none
     * @throws IOException if it cannot be reached, or takes too long
     */
    TokenAnswer exchange(
            OAuth2Provider provider, ClientCredentials client, String redirectUri, String code, String codeVerifier)
            throws IOException {
        OAuth20Service service = service(provider, client, redirectUri);
        AccessTokenRequestParams request = AccessTokenRequestParams.create(code).pkceCodeVerifier(codeVerifier);
        return send(() -> TokenAnswer.parse(service.getAccessToken(request).getRawResponse()));
    }

    /**
     * Changes a refresh token into new tokens (RFC 6749 §6).
     *
     * @throws TokenRefusal if the provider gives none
     * @throws IOException if it cannot be reached, or takes too long
     */
    TokenAnswer refresh(OAuth2Provider provider, ClientCredentials client, String refreshToken) throws IOException {
        OAuth20Service service = service(provider, client, null);
        return send(
                () -> TokenAnswer.parse(service.refreshAccessToken(refreshToken).getRawResponse()));
    }

    /**
     * Ends a grant (RFC 7009 §2). A token that the provider does not know is revoked already.
     *
     * @throws TokenRefusal if the provider does not say that it is ended
     * @throws IOException if it cannot be reached, or takes too long
     */
    void revoke(OAuth2Provider provider, ClientCredentials client, String refreshToken) throws IOException {
        OAuth20Service service = service(provider, client, null);
        OAuthRequest request = new OAuthRequest(Verb.POST, provider.revokeUrl().toASCIIString());
        service.getApi().getClientAuthentication().addClientAuthentication(request, client.id(), client.secret());
        request.addParameter("token", refreshToken);
        send(() -> {
            try (Response response = service.execute(request)) {
                boolean known = response.getCode() != 400 || !response.getBody().contains("invalid_token");
                if (response.getCode() != 200 && known) {
                    throw TokenApi.refusal(response);
                }
                return response.getCode();
            }
        });
    }

    private interface Call<T> {
        T send() throws IOException, InterruptedException, ExecutionException;
    }

    /** No message of an exception gets out: some quote what was sent. */
    private static <T> T send(Call<T> call) throws IOException {
        try {
            return call.send();
        } catch (TokenRefusal e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } catch (IOException | ExecutionException | OAuthException | IllegalArgumentException e) {
            throw new IOException(e.getClass().getSimpleName());
        }
    }

    private OAuth20Service service(OAuth2Provider provider, ClientCredentials client, @Nullable String redirectUri) {
        return Objects.requireNonNull(new TokenApi(provider)
                .createService(client.id(), client.secret(), redirectUri, null, "code", null, null, null, http));
    }
}
