package io.github.fitbitproxy.oauth;

import java.net.URI;

/** Consent by temporary credentials and a verifier (RFC 5849 §2). */
record SignedConsentFlow(OAuth1Provider provider, OAuth1 oauth1) implements ConsentFlow {

    /** The redirect address of those who have none: the provider shows the verifier (RFC 5849 §2.1). */
    static final String OUT_OF_BAND = "oob";

    @Override
    public Auth auth() {
        return Auth.OAUTH1;
    }

    @Override
    public boolean isDefault() {
        return false;
    }

    @Override
    public String defaultRedirectUri(String callback) {
        return callback;
    }

    @Override
    public PendingConsent begin(ClientCredentials client, String redirectUri) throws ConnectingException {
        return oauth1.temporary(provider, client, redirectUri);
    }

    @Override
    public URI consentUrl(BegunConnection begun) {
        return oauth1.consentUrl(provider, (TemporaryCredentials) begun.pending());
    }

    @Override
    public Consented finish(BegunConnection begun, String proof) throws ConnectingException {
        OAuth1.Connected connected =
                oauth1.connect(provider, begun.client(), (TemporaryCredentials) begun.pending(), proof);
        return new Consented(connected.credentials(), connected.userId());
    }
}
