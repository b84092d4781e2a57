package io.github.fitbitproxy.config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Stops the start when a setting is given that nothing reads, and says which one was probably meant. */
@ApplicationScoped
class SettingsCheck {

    private static final int FIRST = 1;

    private final Config config;
    private final BeanManager beans;

    SettingsCheck(Config config, BeanManager beans) {
        this.config = config;
        this.beans = beans;
    }

    void refuseUnknownSettings(@Observes @Priority(FIRST) StartupEvent start) {
        Set<String> known = knownSettings();
        List<String> properties = new ArrayList<>();
        Set<String> environment = new HashSet<>();
        for (ConfigSource source : config.unwrap(SmallRyeConfig.class).getConfigSources()) {
            if (source.getName().startsWith("EnvConfigSource")) {
                // Its dotted names are guesses made from the variables; the variables themselves are what was written.
                environment.addAll(System.getenv().keySet());
            } else {
                source.getPropertyNames().stream()
                        .filter(name -> !name.startsWith("%"))
                        .forEach(properties::add);
            }
        }
        List<String> complaints = UnknownSettings.complaints(known, properties, environment);
        if (!complaints.isEmpty()) {
            throw new ConfigurationException(String.join(System.lineSeparator(), complaints));
        }
    }

    /** The keys of every {@code @ConfigMapping} of ours, wherever it lives. */
    private Set<String> knownSettings() {
        Set<String> known = new TreeSet<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> bean.getTypes().stream())
                .filter(type -> type instanceof Class<?> mapping
                        && mapping.isAnnotationPresent(ConfigMapping.class)
                        && mapping.getName().startsWith("io.github.fitbitproxy."))
                .distinct()
                .forEach(type -> known.addAll(
                        ConfigClass.configClass((Class<?>) type).getProperties().keySet()));
        // The elements of a list are no settings of their own.
        known.removeIf(key -> key.endsWith("[*]"));
        return known;
    }
}
