package io.github.fitbitproxy.oauth;

import java.util.Optional;

/** Which app somebody is connected with. Pure. */
final class ClientChoice {

    private ClientChoice() {}

    /**
     * What is not given is what the person was connected with before, else what is configured: nothing is blanked.
     *
     * @param before the person's grant so far
     * @throws ConnectingException if there is no id or no secret
     */
    static ClientCredentials of(ConsentFlow flow, Connecting.Wish wish, Optional<Grant> before)
            throws ConnectingException {
        if (wish.clientId() == null && wish.clientSecret() != null) {
            throw new ConnectingException(
                    new ConnectingFailure.BadRequest("There is a clientSecret without its clientId. Give both."));
        }
        Optional<ClientCredentials> known = before.filter(
                        grant -> grant.upstream().equals(flow.provider().upstream()))
                .filter(grant -> (grant.credentials() instanceof OAuth2Tokens) == (flow.auth() == Auth.OAUTH2))
                .map(Grant::client)
                .filter(client -> wish.clientId() == null || wish.clientId().equals(client.id()))
                .or(() -> flow.provider()
                        .configuredClient()
                        .filter(client ->
                                wish.clientId() == null || wish.clientId().equals(client.id())));
        String id = wish.clientId() != null
                ? wish.clientId()
                : known.map(ClientCredentials::id).orElse(null);
        String secret = wish.clientSecret() != null
                ? wish.clientSecret()
                : known.map(ClientCredentials::secret).orElse(null);
        if (id == null || secret == null) {
            String settings = flow.provider().settingsPrefix();
            throw new ConnectingException(new ConnectingFailure.BadRequest(
                    "The app's credentials are missing. Give both clientId and clientSecret, or set " + settings
                            + ".client-id and " + settings + ".client-secret and give neither."));
        }
        return new ClientCredentials(id, secret);
    }
}
