package io.github.fitbitproxy.upstream;

import jakarta.enterprise.context.ApplicationScoped;
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
}
