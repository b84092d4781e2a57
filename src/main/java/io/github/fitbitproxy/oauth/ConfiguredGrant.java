package io.github.fitbitproxy.oauth;

import java.util.Optional;

/**
 * A grant that somebody made elsewhere and wrote into the configuration. It wins over a stored one of the same person.
 * Upstream folders implement it; it is discovered.
 */
public interface ConfiguredGrant {

    /** The grant, or empty if none is configured. Asked once, when the service starts. */
    Optional<Grant> grant();

    /**
     * What {@code proxy.upstream} calls the upstream of the grant. Where the cloud is played, that is not the name that
     * answers bear.
     */
    default String upstreamSetting() {
        return grant().map(Grant::upstream).orElse("");
    }
}
