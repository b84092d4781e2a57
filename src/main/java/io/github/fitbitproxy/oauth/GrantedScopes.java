package io.github.fitbitproxy.oauth;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** What people left out on the consent page: providers let them untick single kinds of data. Pure. */
@Singleton
public class GrantedScopes {

    private final List<OAuth2Provider> providers;

    GrantedScopes(@All List<OAuth2Provider> providers) {
        this.providers = providers;
    }

    /** Short public names of the scopes that are asked for and not granted; empty if the provider did not say. */
    public List<String> missing(Grant grant) {
        if (!(grant.credentials() instanceof OAuth2Tokens tokens)
                || tokens.scopes().isEmpty()) {
            return List.of();
        }
        return providers.stream()
                .filter(provider -> provider.upstream().equals(grant.upstream()))
                .flatMap(provider -> provider.scopes().stream()
                        .filter(scope -> !tokens.scopes().contains(scope))
                        .map(provider::shortName))
                .sorted()
                .toList();
    }
}
