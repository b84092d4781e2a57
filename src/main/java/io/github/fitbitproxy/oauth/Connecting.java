package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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

    private final ConsentFlows flows;
    private final ConfiguredConnections configured;
    private final Grants grants;
    private final BegunConnections connections;
    private final Clock clock;

    Connecting(
            ConsentFlows flows,
            ConfiguredConnections configured,
            Grants grants,
            SealedStore store,
            Vault vault,
            Clock clock) {
        this.flows = flows;
        this.configured = configured;
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

    /** Begins to connect a person. */
    public Begun begin(Wish wish) throws ConnectingException {
        ConsentFlow flow = flows.flow(wish.upstream, wish.auth);
        configured.refuse(wish.person);
        ClientCredentials client = ClientChoice.of(flow, wish, grants.find(wish.person));
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

    /** Lets nobody finish what was begun for a person, and forgets the credentials in it. */
    public void forget(Person person) {
        connections.removeAll(person);
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
        ConsentFlow flow = flows.flow(begun.upstream(), begun.pending().auth());
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
        if (!connections.isThere(begun)) {
            // Everything of the person was deleted while the provider was asked.
            throw unknown();
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
