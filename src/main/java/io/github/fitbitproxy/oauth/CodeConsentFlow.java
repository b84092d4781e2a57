package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.oauth.ConnectingFailure.BadRequest;
import io.github.fitbitproxy.oauth.ConnectingFailure.ClientRefused;
import io.github.fitbitproxy.oauth.ConnectingFailure.ProviderUnavailable;
import io.github.fitbitproxy.oauth.ConnectingFailure.VerifierRefused;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

/** Consent by an authorization code, with {@code state} and PKCE (RFC 6749 §4.1, RFC 7636). */
record CodeConsentFlow(OAuth2Provider provider, OAuth2 oauth2, Clock clock) implements ConsentFlow {

    /**
     * Where the browser of somebody whose service has no address that providers accept ends: the address it shows is pasted
     * (RFC 8252 §7.3 lets loopback addresses be plain http).
     */
    static final String LOOPBACK = "http://localhost:8080/setup/callback";

    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public Auth auth() {
        return Auth.OAUTH2;
    }

    @Override
    public boolean isDefault() {
        return provider.isDefault();
    }

    @Override
    public String defaultRedirectUri(String callback) {
        URI uri = URI.create(callback);
        String host = String.valueOf(uri.getHost());
        boolean accepted =
                LOOPBACK_HOSTS.contains(host) || "https".equals(uri.getScheme()) && provider.acceptsRedirectHost(host);
        return accepted ? callback : LOOPBACK;
    }

    @Override
    public PendingConsent begin(ClientCredentials client, String redirectUri) throws ConnectingException {
        if (redirectUri.equals(SignedConsentFlow.OUT_OF_BAND)) {
            throw new ConnectingException(
                    new BadRequest("OAuth 2.0 has no redirectUri \"oob\". Give the address that is"
                            + " registered for your app, or leave it out for " + LOOPBACK + "."));
        }
        return new CodeRequest(oauth2.newSecret(), oauth2.newSecret());
    }

    @Override
    public URI consentUrl(BegunConnection begun) {
        CodeRequest request = (CodeRequest) begun.pending();
        return oauth2.consentUrl(
                provider, begun.client(), begun.redirectUri(), request.state(), request.codeVerifier());
    }

    @Override
    public Consented finish(BegunConnection begun, String proof) throws ConnectingException {
        CodeRequest request = (CodeRequest) begun.pending();
        TokenAnswer answer;
        try {
            answer = oauth2.exchange(provider, begun.client(), begun.redirectUri(), proof, request.codeVerifier());
        } catch (TokenRefusal e) {
            throw new ConnectingException(failure(e, begun));
        } catch (IOException e) {
            throw new ConnectingException(new ProviderUnavailable(
                    provider.upstream() + " cannot be reached, or takes too long (" + e.getMessage()
                            + "). Paste the same address again in a few minutes; if it is refused then, begin again."));
        }
        if (answer.refreshToken() == null) {
            throw new ConnectingException(new VerifierRefused(provider.upstream()
                    + " gave no refresh token, so the connection would end within hours. Remove this"
                    + " app in the account's settings there, and begin again."));
        }
        return new Consented(answer.tokens(clock.instant()), answer.userId());
    }

    private ConnectingFailure failure(TokenRefusal refusal, BegunConnection begun) {
        String upstream = provider.upstream();
        String settings = provider.settingsPrefix();
        return switch (refusal.kind()) {
            case GRANT ->
                new VerifierRefused(
                        upstream + " does not accept the code (HTTP " + refusal.status()
                                + "): it is mistyped, too old or already used. Paste the whole address once more, or begin again.");
            case CLIENT ->
                new ClientRefused(upstream + " does not accept the client id and secret (HTTP " + refusal.status()
                        + "). Compare " + settings + ".client-id and " + settings
                        + ".client-secret, or the clientId and"
                        + " clientSecret of the request, with what the provider shows for your app.");
            case REDIRECT ->
                new ClientRefused(upstream + " does not know the redirect address " + begun.redirectUri()
                        + " for this app. Register exactly that, or begin with the registered one.");
            case UNKNOWN ->
                new ProviderUnavailable(
                        refusal.status() == 200
                                ? "What answers for " + upstream
                                        + " sent something else than tokens. A proxy or a login"
                                        + " page may be in between."
                                : upstream + " cannot connect anybody just now (HTTP " + refusal.status()
                                        + "). Paste the same address again in a few minutes.");
        };
    }
}
