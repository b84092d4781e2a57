package io.github.fitbitproxy.oauth;

import io.github.fitbitproxy.model.Person;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Ends a person's connection. All methods block. */
@Singleton
public class Disconnecting {

    private static final Logger LOG = Logger.getLogger(Disconnecting.class);

    private final ConsentFlows flows;
    private final ConfiguredConnections configured;
    private final Grants grants;
    private final OAuth2 oauth2;

    Disconnecting(ConsentFlows flows, ConfiguredConnections configured, Grants grants, OAuth2 oauth2) {
        this.flows = flows;
        this.configured = configured;
        this.grants = grants;
        this.oauth2 = oauth2;
    }

    /**
     * What came of disconnecting somebody.
     *
     * @param revoked whether the provider was told, and said that the grant has ended
     * @param detail the same in words
     */
    public record Disconnected(boolean revoked, String detail) {}

    /**
     * Ends a person's grant at the provider, where that is possible, and forgets it in any case; likewise what is left over of
     * grants that have left the configuration.
     *
     * @return empty if there was none
     */
    public Optional<Disconnected> disconnect(Person person) throws ConnectingException {
        configured.refuse(person);
        List<Disconnected> disconnected = Stream.concat(grants.find(person).stream(), grants.leftOver(person).stream())
                .map(this::revoke)
                .toList();
        if (!grants.forget(person)) {
            return Optional.empty();
        }
        LOG.infof("%s is disconnected.", person);
        return Optional.of(disconnected.stream()
                .findFirst()
                .orElseGet(() -> new Disconnected(
                        false,
                        "What was stored could not be decrypted. It is forgotten; remove the app in the account's settings at the"
                                + " provider, too.")));
    }

    private Disconnected revoke(Grant grant) {
        String byHand = " The connection is forgotten here; remove the app in the account's settings there, too.";
        Optional<OAuth2Provider> provider = flows.codeProvider(grant.upstream());
        if (grant.state() == Grant.State.DEAD) {
            return new Disconnected(false, "The connection had ended already, and is forgotten here.");
        }
        if (!(grant.credentials() instanceof OAuth2Tokens tokens) || provider.isEmpty()) {
            return new Disconnected(false, "OAuth 1.0a has no way to revoke a connection from here." + byHand);
        }
        try {
            oauth2.revoke(provider.get(), grant.client(), tokens.refreshToken());
            return new Disconnected(true, grant.upstream() + " has ended the connection.");
        } catch (TokenRefusal e) {
            return new Disconnected(
                    false, grant.upstream() + " did not end the connection (HTTP " + e.status() + ")." + byHand);
        } catch (IOException e) {
            return new Disconnected(false, grant.upstream() + " did not answer (" + e.getMessage() + ")." + byHand);
        }
    }
}
