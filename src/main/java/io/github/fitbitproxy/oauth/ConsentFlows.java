package io.github.fitbitproxy.oauth;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every way to somebody's consent, of every provider. */
@Singleton
public class ConsentFlows {

    private final List<ConsentFlow> flows;

    ConsentFlows(
            @All List<OAuth1Provider> signedProviders,
            @All List<OAuth2Provider> codeProviders,
            OAuth1 oauth1,
            OAuth2 oauth2,
            Clock clock) {
        this.flows = Stream.concat(
                        codeProviders.stream()
                                .<ConsentFlow>map(provider -> new CodeConsentFlow(provider, oauth2, clock)),
                        signedProviders.stream().map(provider -> new SignedConsentFlow(provider, oauth1)))
                .toList();
    }

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

    /**
     * One way to an upstream.
     *
     * @param upstream its public name, or what its settings begin with
     * @param auth how; {@code null} takes the upstream's default
     */
    ConsentFlow flow(String upstream, @Nullable Auth auth) throws ConnectingException {
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

    /** What the names of an upstream's settings begin with, without the dot. */
    String settingsPrefix(String upstream) {
        return flows.stream()
                .map(ConsentFlow::provider)
                .filter(provider -> provider.upstream().equals(upstream))
                .map(Provider::settingsPrefix)
                .findFirst()
                .orElse(upstream);
    }

    /** Who gives an upstream's grants with OAuth 2.0; empty where it does not speak it. */
    Optional<OAuth2Provider> codeProvider(String upstream) {
        return flows.stream()
                .map(ConsentFlow::provider)
                .filter(provider -> provider.upstream().equals(upstream))
                .filter(OAuth2Provider.class::isInstance)
                .map(OAuth2Provider.class::cast)
                .findFirst();
    }
}
