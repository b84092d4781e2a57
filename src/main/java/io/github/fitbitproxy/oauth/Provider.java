package io.github.fitbitproxy.oauth;

import java.util.Optional;

/** Who gives grants, in whichever way. */
public interface Provider {

    /** The upstream's public name. */
    String upstream();

    /** What the names of its settings begin with, without the dot. */
    default String settingsPrefix() {
        return upstream();
    }

    /** The client credentials from the configuration. */
    Optional<ClientCredentials> configuredClient();
}
