package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connects a person: begin, let the person consent in a browser, and finish with what the browser brings back. A connection
 * can be finished once, within ten minutes, on any replica and after a restart. All methods block.
 */
@Singleton
public class Connecting {

    private static final int MAX_REDIRECT_URI_LENGTH = 2000;
    private static final Logger LOG = Logger.getLogger(Connecting.class);

    private final List<ConsentFlow> flows;
    private final OAuth2 oauth2;
    private final Grants grants;
    private final BegunConnections connections;
    private final Clock clock;

    Connecting(
            @All List<OAuth1Provider> signedProviders,
            @All List<OAuth2Provider> codeProviders,
            OAuth1 oauth1,
            OAuth2 oauth2,
            Grants grants,
            SealedStore store,
            Vault vault,
            Clock clock) {
        this.flows = Stream.concat(
                        codeProviders.stream()
                                .<ConsentFlow>map(provider -> new CodeConsentFlow(provider, oauth2, clock)),
                        signedProviders.stream().map(provider -> new SignedConsentFlow(provider, oauth1)))
                .toList();
        this.oauth2 = oauth2;
        this.grants = grants;
        this.connections = new BegunConnections(store, vault, clock);
        this.clock = clock;
    }

    /**
     * Whom to connect, and to what.
     *
     * @param auth how; {@code null} takes the upstream's default
     * @param clientId the app's id; {@code null} takes what the person was connected with before, else the configured one
     * @param clientSecret the app's secret; {@code null} likewise
     * @param redirectUri where the browser shall come back to; {@code oob} (OAuth 1.0a only) if it cannot; {@code null} takes
     *     the callback, or what the provider accepts in its place
     * @param callback this service's own address for it, as it was called
     */
    public record Wish(
            Person person,
            String upstream,
            @Nullable Auth auth,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String redirectUri,
            String callback) {

        @Override
        public String toString() {
            return "Wish[" + person + ", " + upstream + "]";
        }
    }

    /**
     * What the person needs in order to consent.
     *
     * @param consentUrl the provider's page, to be opened in a browser
     * @param redirectUri where the browser comes back to, or {@code oob}
     * @param expiresAt when it is too late to finish, whole seconds
     */
    public record Begun(URI consentUrl, String redirectUri, Instant expiresAt) {}

    /** Who has begun to connect and can still finish, and to which upstream. */
    public record Waiting(Person person, String upstream) {}

    /**
     * One way to connect somebody.
     *
     * @param settingsPrefix what the names of the upstream's settings begin with
     * @param configured whether the app's credentials come from the configuration
     * @param redirectUri the redirect address that is taken where none is given
     */
    public record Way(String upstream, String settingsPrefix, Auth auth, boolean configured, String redirectUri) {}

    /**
     * Every way to connect somebody, by upstream.
     *
     * @param callback this service's own address for it, as it was called
     */
    public List<Way> ways(String callback) {
        return flows.stream()
                .map(flow -> new Way(
                        flow.provider().upstream(),
                        flow.provider().settingsPrefix(),
                        flow.auth(),
                        flow.provider().configuredClient().isPresent(),
                        flow.defaultRedirectUri(callback)))
                .sorted(Comparator.comparing(Way::settingsPrefix)
                        .reversed()
                        .thenComparing(Way::auth, Comparator.reverseOrder()))
                .toList();
    }

    /** Begins to connect a person. */
    public Begun begin(Wish wish) throws ConnectingException {
        ConsentFlow flow = flow(wish.upstream, wish.auth);
        refuseConfigured(wish.person);
        ClientCredentials client = client(flow, wish);
        String redirectUri = wish.redirectUri == null ? flow.defaultRedirectUri(wish.callback) : wish.redirectUri;
        refuseBadRedirect(redirectUri);
        PendingConsent pending = flow.begin(client, redirectUri);
        Instant expiresAt = clock.instant().plus(BegunConnections.LIFETIME).truncatedTo(ChronoUnit.SECONDS);
        BegunConnection begun =
                new BegunConnection(wish.person, flow.provider().upstream(), client, pending, redirectUri, expiresAt);
        connections.add(begun);
        return new Begun(flow.consentUrl(begun), redirectUri, expiresAt);
    }

    /** Connections that wait for their consent. */
    public List<Waiting> waiting() {
        return connections.open().stream()
                .map(begun -> new Waiting(begun.person(), begun.upstream()))
                .toList();
    }

    /**
     * Finishes with what a person pasted: the whole address that the browser ended on, its query, or just the verifier or
     * code.
     *
     * @return the grant, which is kept for good already
     */
    public Grant finish(String pasted) throws ConnectingException {
        ConsentAnswer answer;
        try {
            answer = ConsentAnswer.ofPasted(pasted);
        } catch (IllegalArgumentException e) {
            throw new ConnectingException(new ConnectingFailure.BadRequest(
                    "What was pasted is neither an address nor a verifier or code. Paste the whole address that the"
                            + " browser ended on, or just the verifier that the provider showed."));
        }
        boolean proofOnly = answer.key() == null && answer.proof() != null;
        return finish(proofOnly ? onlyWaiting() : waiting(answer), answer.proof());
    }

    /**
     * Finishes with the parameters that the browser came back with. Who knows the temporary token or the {@code state} may
     * call it.
     *
     * @param query names and values, decoded
     * @return the grant, which is kept for good already
     */
    public Grant callback(Map<String, List<String>> query) throws ConnectingException {
        ConsentAnswer answer;
        try {
            answer = ConsentAnswer.of(FormParameters.of(query));
        } catch (IllegalArgumentException e) {
            throw new ConnectingException(new ConnectingFailure.BadRequest("A parameter is given more than once."));
        }
        return finish(waiting(answer), answer.proof());
    }

    private Grant finish(BegunConnection begun, @Nullable String proof) throws ConnectingException {
        if (proof == null) {
            throw consentRefused();
        }
        ConsentFlow flow = flow(begun.upstream(), begun.pending().auth());
        if (!connections.take(begun)) {
            throw unknown();
        }
        ConsentFlow.Consented consented;
        try {
            consented = flow.finish(begun, proof);
        } catch (ConnectingException e) {
            // The provider did not use up the consent, as far as can be told: the person may try again.
            connections.giveBack(begun);
            throw e;
        }
        Grant grant = new Grant(
                begun.person(),
                begun.upstream(),
                begun.client(),
                consented.credentials(),
                consented.userId(),
                clock.instant(),
                Grant.State.ALIVE);
        grants.save(grant);
        connections.remove(begun);
        LOG.infof("%s is connected to %s.", grant.person(), grant.upstream());
        return grant;
    }

    private BegunConnection waiting(ConsentAnswer answer) throws ConnectingException {
        String key = answer.key();
        if (key == null) {
            throw answer.proof() == null
                    ? consentRefused()
                    : new ConnectingException(new ConnectingFailure.BadRequest(
                            "There is no oauth_token beside the oauth_verifier, or no state beside the code. Paste the"
                                    + " whole address."));
        }
        return connections.find(key).orElseThrow(Connecting::unknown);
    }

    private BegunConnection onlyWaiting() throws ConnectingException {
        List<BegunConnection> open = connections.open();
        if (open.isEmpty()) {
            throw unknown();
        }
        if (open.size() > 1) {
            throw new ConnectingException(new ConnectingFailure.BadRequest(open.size()
                    + " connections are waiting, and a verifier or code alone does not tell which one is meant. Paste the"
                    + " whole address, or oauth_token=…&oauth_verifier=…, with the oauth_token of the consent page's"
                    + " address."));
        }
        return open.get(0);
    }

    /**
     * What came of disconnecting somebody.
     *
     * @param revoked whether the provider was told, and said that the grant has ended
     * @param detail the same in words
     */
    public record Disconnected(boolean revoked, String detail) {}

    /**
     * Ends a person's grant at the provider, where that is possible, and forgets it in any case.
     *
     * @return empty if there was none
     */
    public Optional<Disconnected> disconnect(Person person) throws ConnectingException {
        refuseConfigured(person);
        Optional<Disconnected> disconnected = readable(person).map(this::revoke);
        if (!grants.forget(person)) {
            return Optional.empty();
        }
        LOG.infof("%s is disconnected.", person);
        return Optional.of(disconnected.orElseGet(() -> new Disconnected(
                false,
                "What was stored could not be decrypted. It is forgotten; remove the app in the account's settings at the"
                        + " provider, too.")));
    }

    /** The person's grant, unless it cannot be decrypted, which must keep nobody from connecting anew or forgetting it. */
    private Optional<Grant> readable(Person person) {
        try {
            return grants.find(person);
        } catch (VaultException e) {
            LOG.warn(e.reason());
            return Optional.empty();
        }
    }

    private Disconnected revoke(Grant grant) {
        String byHand = " The connection is forgotten here; remove the app in the account's settings there, too.";
        OAuth2Provider provider = flows.stream()
                .filter(flow -> flow.provider().upstream().equals(grant.upstream()))
                .map(ConsentFlow::provider)
                .filter(OAuth2Provider.class::isInstance)
                .map(OAuth2Provider.class::cast)
                .findFirst()
                .orElse(null);
        if (grant.state() == Grant.State.DEAD) {
            return new Disconnected(false, "The connection had ended already, and is forgotten here.");
        }
        if (!(grant.credentials() instanceof OAuth2Tokens tokens) || provider == null) {
            return new Disconnected(false, "OAuth 1.0a has no way to revoke a connection from here." + byHand);
        }
        try {
            oauth2.revoke(provider, grant.client(), tokens.refreshToken());
            return new Disconnected(true, grant.upstream() + " has ended the connection.");
        } catch (TokenRefusal e) {
            return new Disconnected(
                    false, grant.upstream() + " did not end the connection (HTTP " + e.status() + ")." + byHand);
        } catch (IOException e) {
            return new Disconnected(false, grant.upstream() + " did not answer (" + e.getMessage() + ")." + byHand);
        }
    }

    private ConsentFlow flow(String upstream, @Nullable Auth auth) throws ConnectingException {
        List<ConsentFlow> there = flows.stream()
                .filter(flow -> flow.provider().upstream().equals(upstream)
                        || flow.provider().settingsPrefix().equals(upstream))
                .toList();
        if (there.isEmpty()) {
            List<String> known = flows.stream()
                    .map(flow -> flow.provider().upstream())
                    .distinct()
                    .sorted()
                    .toList();
            throw new ConnectingException(new ConnectingFailure.UnknownUpstream(
                    "There is no upstream of that name to connect to. Known are " + known + "."));
        }
        return there.stream()
                .filter(flow -> auth == null ? flow.isDefault() : flow.auth() == auth)
                .findFirst()
                .or(() -> auth == null ? Optional.of(there.get(there.size() - 1)) : Optional.empty())
                .orElseThrow(() -> new ConnectingException(new ConnectingFailure.BadRequest(
                        there.get(0).provider().upstream() + " cannot be connected to with " + auth + ", only with "
                                + there.get(0).auth() + ".")));
    }

    /** What is not given is what the person was connected with before, else what is configured: nothing is blanked. */
    private ClientCredentials client(ConsentFlow flow, Wish wish) throws ConnectingException {
        if (wish.clientId == null && wish.clientSecret != null) {
            throw new ConnectingException(
                    new ConnectingFailure.BadRequest("There is a clientSecret without its clientId. Give both."));
        }
        Optional<ClientCredentials> known = readable(wish.person)
                .filter(grant -> grant.upstream().equals(flow.provider().upstream()))
                .filter(grant -> (grant.credentials() instanceof OAuth2Tokens) == (flow.auth() == Auth.OAUTH2))
                .map(Grant::client)
                .filter(client -> wish.clientId == null || wish.clientId.equals(client.id()))
                .or(() -> flow.provider()
                        .configuredClient()
                        .filter(client -> wish.clientId == null || wish.clientId.equals(client.id())));
        String id = wish.clientId != null
                ? wish.clientId
                : known.map(ClientCredentials::id).orElse(null);
        String secret = wish.clientSecret != null
                ? wish.clientSecret
                : known.map(ClientCredentials::secret).orElse(null);
        if (id == null || secret == null) {
            String settings = flow.provider().settingsPrefix();
            throw new ConnectingException(new ConnectingFailure.BadRequest(
                    "The app's credentials are missing. Give both clientId and clientSecret, or set " + settings
                            + ".client-id and " + settings + ".client-secret and give neither."));
        }
        return new ClientCredentials(id, secret);
    }

    private void refuseConfigured(Person person) throws ConnectingException {
        Optional<Grant> configured = grants.configured(person);
        if (configured.isPresent()) {
            throw new ConnectingException(new ConnectingFailure.Configured(configuredReason(configured.get())));
        }
    }

    /** Says which setting connects a person, since it has to be changed there. */
    public String configuredReason(Grant configured) {
        String settings = flows.stream()
                .map(ConsentFlow::provider)
                .filter(provider -> provider.upstream().equals(configured.upstream()))
                .map(Provider::settingsPrefix)
                .findFirst()
                .orElse(configured.upstream());
        return configured.person() + " is connected by the setting " + settings + "."
                + configured.credentials().setting() + ". Remove it there and restart the service.";
    }

    private static void refuseBadRedirect(String redirectUri) throws ConnectingException {
        if (redirectUri.equals(SignedConsentFlow.OUT_OF_BAND)) {
            return;
        }
        try {
            URI uri = new URI(redirectUri);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawFragment() == null
                    && redirectUri.length() <= MAX_REDIRECT_URI_LENGTH) {
                return;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new ConnectingException(new ConnectingFailure.BadRequest(
                "redirectUri must be \"oob\" or a whole http or https address without a fragment."));
    }

    private static ConnectingException consentRefused() {
        return new ConnectingException(new ConnectingFailure.ConsentRefused(
                "There is no oauth_verifier and no code: consent was refused, or this is not the address that the browser"
                        + " ended on. Open the consent page again, or begin again."));
    }

    private static ConnectingException unknown() {
        return new ConnectingException(new ConnectingFailure.ConnectionUnknown(
                "This connection was not begun here, was begun more than ten minutes ago, or is finished already. Begin"
                        + " again."));
    }
}
