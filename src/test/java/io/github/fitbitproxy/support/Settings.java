package io.github.fitbitproxy.support;

import io.github.fitbitproxy.config.ProxyConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;

/** The service's settings with some of them set, read as the service reads them. */
public final class Settings {

    private Settings() {}

    public static ProxyConfig of(Path dataDir) {
        return of(Map.of("proxy.data-dir", dataDir.toString()));
    }

    public static ProxyConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ProxyConfig.class)
                .forClassLoader(Settings.class.getClassLoader())
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(ProxyConfig.class);
    }
}
