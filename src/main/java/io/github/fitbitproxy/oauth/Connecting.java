package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connects a person: begin, let the person consent in a browser, and finish with what the browser brings back (RFC 5849
 * §2). A connection can be finished once, within ten minutes, on any replica and after a restart. All methods block.
 */
@Singleton
public class Connecting {

    /** The redirect address of those who have none: the provider shows the verifier (RFC 5849 §2.1). */
    public static final String OUT_OF_BAND = "oob";

    private static final int MAX_REDIRECT_URI_LENGTH = 2000;
    private static final Logger LOG = Logger.getLogger(Connecting.class);

    private final List<OAuth1Provider> providers;
    private final OAuth1 oauth1;
    private final Grants grants;
    private final BegunConnections connections;
    private final Clock clock;

    Connecting(
            @All List<OAuth1Provider> providers,
            OAuth1 oauth1,
            Grants grants,
            SealedStore store,
            Vault vault,
            Clock clock) {
        this.providers = providers;
        this.oauth1 = oauth1;
        this.grants = grants;
        this.connections = new BegunConnections(store, vault, clock);
        this.clock = clock;
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
     * Begins to connect a person.
     *
     * @param client the app's credentials; {@code null} takes the configured ones
     * @param redirectUri where the browser shall come back to; {@code null} or {@code oob} if it cannot
     */
    public Begun begin(Person person, String upstream, @Nullable ClientCredentials client, @Nullable String redirectUri)
            throws ConnectingException {
        OAuth1Provider provider = provider(upstream);
        refuseConfigured(person);
        ClientCredentials app = client == null ? configuredClient(provider) : client;
        String redirect = redirectUri == null ? OUT_OF_BAND : redirectUri;
        refuseBadRedirect(redirect);
        TemporaryCredentials temporary = oauth1.temporary(provider, app, redirect);
        Instant expiresAt = clock.instant().plus(BegunConnections.LIFETIME).truncatedTo(ChronoUnit.SECONDS);
        connections.add(new BegunConnection(person, provider.upstream(), app, temporary, redirect, expiresAt, false));
        return new Begun(oauth1.consentUrl(provider, temporary), redirect, expiresAt);
    }

    /** Connections that wait for their consent. */
    public List<Waiting> waiting() {
        return connections.open().stream()
                .map(begun -> new Waiting(begun.person(), begun.upstream()))
                .toList();
    }

    /**
     * Finishes with what a person pasted: the whole address that the browser ended on, its query, or just the verifier.
     *
     * @return the grant, which is kept for good already
     */
    public Grant finish(String pasted) throws ConnectingException {
        ConsentAnswer answer;
        try {
            answer = ConsentAnswer.ofPasted(pasted);
        } catch (IllegalArgumentException e) {
            throw new ConnectingException(new ConnectingFailure.BadRequest(
                    "What was pasted is neither an address nor a verifier. Paste the whole address that the browser"
                            + " ended on, or just the verifier that the provider showed."));
        }
        boolean verifierOnly = answer.token() == null && answer.verifier() != null;
        return finish(verifierOnly ? onlyWaiting() : waiting(answer), answer.verifier());
    }

    /**
     * Finishes with the parameters that the browser came back with. Who knows the temporary token may call it.
     *
     * @param denied what some providers send instead of the other two, when consent was refused
     * @return the grant, which is kept for good already
     */
    public Grant callback(@Nullable String token, @Nullable String verifier, @Nullable String denied)
            throws ConnectingException {
        ConsentAnswer answer = ConsentAnswer.of(token, verifier, denied);
        return finish(waiting(answer), answer.verifier());
    }

    private Grant finish(BegunConnection begun, @Nullable String verifier) throws ConnectingException {
        if (verifier == null) {
            throw consentRefused();
        }
        OAuth1Provider provider = provider(begun.upstream());
        if (!connections.take(begun)) {
            throw unknown();
        }
        OAuth1.Connected connected;
        try {
            connected = oauth1.connect(provider, begun.client(), begun.temporary(), verifier);
        } catch (ConnectingException e) {
            // The provider did not use up the consent, as far as can be told: the person may try again.
            connections.giveBack(begun);
            throw e;
        }
        Grant grant = new Grant(
                begun.person(),
                begun.upstream(),
                begun.client(),
                connected.credentials(),
                connected.userId(),
                clock.instant(),
                Grant.State.ALIVE);
        grants.save(grant);
        connections.remove(begun);
        LOG.infof("%s is connected to %s.", grant.person(), grant.upstream());
        return grant;
    }

    private BegunConnection waiting(ConsentAnswer answer) throws ConnectingException {
        String token = answer.token();
        if (token == null) {
            throw answer.verifier() == null
                    ? consentRefused()
                    : new ConnectingException(new ConnectingFailure.BadRequest(
                            "There is no oauth_token beside the oauth_verifier. Paste the whole address."));
        }
        return connections.find(token).orElseThrow(Connecting::unknown);
    }

    private BegunConnection onlyWaiting() throws ConnectingException {
        List<BegunConnection> open = connections.open();
        if (open.isEmpty()) {
            throw unknown();
        }
        if (open.size() > 1) {
            throw new ConnectingException(new ConnectingFailure.BadRequest(open.size()
                    + " connections are waiting, and a verifier alone does not tell which one is meant. Paste"
                    + " oauth_token=…&oauth_verifier=…, with the oauth_token of the consent page's address."));
        }
        return open.get(0);
    }

    private OAuth1Provider provider(String upstream) throws ConnectingException {
        for (OAuth1Provider provider : providers) {
            if (provider.upstream().equals(upstream)
                    || provider.settingsPrefix().equals(upstream)) {
                return provider;
            }
        }
        List<String> known =
                providers.stream().map(OAuth1Provider::upstream).sorted().toList();
        throw new ConnectingException(new ConnectingFailure.UnknownUpstream(
                "There is no upstream of that name to connect to. Known are " + known + "."));
    }

    private void refuseConfigured(Person person) throws ConnectingException {
        Optional<Grant> configured = grants.configured(person);
        if (configured.isPresent()) {
            throw new ConnectingException(new ConnectingFailure.Configured(configuredReason(configured.get())));
        }
    }

    /** Says which setting connects a person, since it has to be changed there. */
    public String configuredReason(Grant configured) {
        String settings = providers.stream()
                .filter(provider -> provider.upstream().equals(configured.upstream()))
                .map(OAuth1Provider::settingsPrefix)
                .findFirst()
                .orElse(configured.upstream());
        return configured.person() + " is connected by the setting " + settings + "."
                + configured.credentials().setting() + ". Remove it there and restart the service.";
    }

    private static ClientCredentials configuredClient(OAuth1Provider provider) throws ConnectingException {
        return provider.configuredClient()
                .orElseThrow(() -> new ConnectingException(new ConnectingFailure.BadRequest(
                        "The app's credentials are missing. Give clientId and clientSecret, or set "
                                + provider.settingsPrefix() + ".client-id and " + provider.settingsPrefix()
                                + ".client-secret.")));
    }

    private static void refuseBadRedirect(String redirectUri) throws ConnectingException {
        if (redirectUri.equals(OUT_OF_BAND)) {
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
                "There is no oauth_verifier: consent was refused, or this is not the address that the browser ended on."
                        + " Open the consent page again, or begin again."));
    }

    private static ConnectingException unknown() {
        return new ConnectingException(new ConnectingFailure.ConnectionUnknown(
                "This connection was not begun here, was begun more than ten minutes ago, or is finished already. Begin"
                        + " again."));
    }
}
