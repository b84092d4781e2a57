package io.github.fitbitproxy.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One provider's one way to a person's consent, from the first call to the credentials. All methods may block. */
interface ConsentFlow {

    Provider provider();

    Auth auth();

    /** Whether it is taken where nobody says how to connect, though there are others. */
    boolean isDefault();

    /**
     * The redirect address that is taken where none is given.
     *
     * @param callback this service's own address for it, as it was called
     */
    String defaultRedirectUri(String callback);

    /** @throws ConnectingException also if this way cannot do with that redirect address */
    PendingConsent begin(ClientCredentials client, String redirectUri) throws ConnectingException;

    /** The page on which the person consents. */
    URI consentUrl(BegunConnection begun);

    /**
     * Changes a consent into credentials.
     *
     * @param proof the verifier or code
     */
    Consented finish(BegunConnection begun, String proof) throws ConnectingException;

    /**
     * @param userId who the person is at the provider; {@code null} if it did not say
     */
    record Consented(Credentials credentials, @Nullable String userId) {}
}
