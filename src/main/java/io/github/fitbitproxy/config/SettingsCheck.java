package io.github.fitbitproxy.config;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Stops the start when a setting is given that nothing reads, and says which one was probably meant. */
@ApplicationScoped
class SettingsCheck {

    static final int FIRST = 1;

    private final Config config;
    private final List<MappedSettings> settings;

    SettingsCheck(Config config, @All List<MappedSettings> settings) {
        this.config = config;
        this.settings = settings;
    }

    @Produces
    static MappedSettings proxySettings() {
        return new MappedSettings(ProxyConfig.class);
    }

    void refuseUnknownSettings(@Observes @Priority(FIRST) StartupEvent start) {
        Set<String> known = new HashSet<>();
        for (MappedSettings mapped : settings) {
            known.addAll(ConfigMappings.getProperties(ConfigClass.configClass(mapped.mapping()))
                    .keySet());
        }
        List<String> properties = new ArrayList<>();
        Set<String> environment = new HashSet<>();
        for (ConfigSource source : config.unwrap(SmallRyeConfig.class).getConfigSources()) {
            if (source.getName().startsWith("EnvConfigSource")) {
                // Its dotted names are guesses made from the variables; the variables themselves are what was written.
                environment.addAll(System.getenv().keySet());
            } else {
                StreamSupport.stream(source.getPropertyNames().spliterator(), false)
                        .filter(name -> !name.startsWith("%"))
                        .forEach(properties::add);
            }
        }
        List<String> complaints = UnknownSettings.complaints(known, properties, environment);
        if (!complaints.isEmpty()) {
            throw new ConfigurationException(String.join(System.lineSeparator(), complaints), known);
        }
    }
}
