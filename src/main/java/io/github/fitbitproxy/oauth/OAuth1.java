package io.github.fitbitproxy.oauth;

import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
import io.github.fitbitproxy.config.ProxyConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** OAuth 1.0a (RFC 5849) with HMAC-SHA1 and everything in the {@code Authorization} header. */
@Singleton
public class OAuth1 {

    private static final int NONCE_BYTES = 16;

    private final Clock clock;
    private final Supplier<String> nonces;
    private final HttpClient http;
    private final DefaultApi10a signing;

    @Inject
    OAuth1(Clock clock, SecureRandom random, ProxyConfig config) {
        this(clock, nonces(random), new ProviderHttp(config.upstreamTimeout()));
    }

    OAuth1(Clock clock, Supplier<String> nonces, HttpClient http) {
        this.clock = clock;
        this.nonces = nonces;
        this.http = http;
        this.signing = new SigningApi(clock, nonces);
    }

    /** Numbers that nobody can guess and that never come twice (RFC 5849 §3.3). */
    static Supplier<String> nonces(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[NONCE_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }

    /** Signs calls with a person's token credentials (RFC 5849 §3). */
    public RequestSigner signer(ClientCredentials client, TokenCredentials credentials) {
        OAuth10aService service = service(signing, client, null);
        OAuth1AccessToken token = new OAuth1AccessToken(credentials.token(), credentials.secret());
        return (method, uri) -> {
            OAuthRequest request = new OAuthRequest(Verb.valueOf(method), uri.toASCIIString());
            service.signRequest(token, request);
            return Objects.requireNonNull(request.getHeaders().get("Authorization"));
        };
    }

    /**
     * Asks for temporary credentials (RFC 5849 §2.1).
     *
     * @param redirectUri where the browser comes back to, or {@code oob}
     */
    TemporaryCredentials temporary(OAuth1Provider provider, ClientCredentials client, String redirectUri)
            throws ConnectingException {
        OAuth10aService service = service(api(provider), client, redirectUri);
        OAuth1RequestToken token =
                ProviderCall.ask(provider, clock, ProviderCall.Step.TEMPORARY, service::getRequestToken);
        return new TemporaryCredentials(token.getToken(), token.getTokenSecret());
    }

    /** The page on which the person consents (RFC 5849 §2.2). */
    URI consentUrl(OAuth1Provider provider, TemporaryCredentials temporary) {
        return URI.create(api(provider).getAuthorizationUrl(new OAuth1RequestToken(temporary.token(), "")));
    }

    /** Changes a consent into token credentials (RFC 5849 §2.3). */
    Connected connect(
            OAuth1Provider provider, ClientCredentials client, TemporaryCredentials temporary, String verifier)
            throws ConnectingException {
        OAuth10aService service = service(api(provider), client, null);
        OAuth1RequestToken consented = new OAuth1RequestToken(temporary.token(), temporary.secret());
        return ProviderCall.ask(provider, clock, ProviderCall.Step.TOKEN, () -> {
            OAuth1AccessToken token = service.getAccessToken(consented, verifier);
            FormParameters reply = FormParameters.parse(token.getRawResponse().strip());
            return new Connected(
                    new TokenCredentials(token.getToken(), token.getTokenSecret()),
                    reply.get(provider.userIdParameter()).orElse(null));
        });
    }

    /**
     * @param userId who the person is at the provider; {@code null} if it did not say
     */
    record Connected(TokenCredentials credentials, @Nullable String userId) {}

    private ProviderApi api(OAuth1Provider provider) {
        return new ProviderApi(provider, clock, nonces);
    }

    private OAuth10aService service(DefaultApi10a api, ClientCredentials client, @Nullable String callback) {
        return api.createService(client.id(), client.secret(), callback, null, null, null, null, http);
    }
}
