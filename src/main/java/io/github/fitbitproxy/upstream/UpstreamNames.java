package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.oauth.ClientCredentials;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Public names of upstreams: invented data must never pass for somebody's own. */
@ApplicationScoped
public class UpstreamNames {

    private static final String DEMO = "demo-";

    private final boolean simulated;

    public UpstreamNames(@ConfigProperty(name = "simulator.enabled", defaultValue = "false") boolean simulated) {
        this.simulated = simulated;
    }

    /** Whether the clouds are played by the simulator. */
    public boolean simulated() {
        return simulated;
    }

    /** The name that answers bear: {@code demo-fitbit} instead of {@code fitbit} where a simulator plays the cloud. */
    public String publicName(String upstream) {
        return simulated && !upstream.startsWith(DEMO) ? DEMO + upstream : upstream;
    }

    /**
     * Keeps real credentials from being shown to the simulator.
     *
     * @param settingsPrefix what the names of the upstream's settings begin with
     * @param client the app that they name
     * @param simulatedClientId the app that the simulator knows
     * @throws ConfigurationException if a simulator plays the cloud and knows another app, or none
     */
    public void refuseReal(
            String settingsPrefix, Optional<ClientCredentials> client, Optional<String> simulatedClientId) {
        if (simulated
                && client.isPresent()
                && !client.map(ClientCredentials::id).equals(simulatedClientId)) {
            String key = settingsPrefix + ".client-id";
            throw new ConfigurationException(
                    key
                            + " is set while simulator.enabled is on. Real credentials are never shown to the simulator: take"
                            + " one of the two away.",
                    Set.of(key, "simulator.enabled"));
        }
    }
}
