package io.github.fitbitproxy.web;

import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.config.Secret;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys that open reading, where it is closed at all. */
@Startup
@Singleton
class ApiKeys {

    private static final int MIN_LENGTH = 16;

    private final List<SecretHash> keys;

    /** @throws ConfigurationException naming the setting, if a key is too short or the file cannot be read */
    ApiKeys(ProxyConfig config) {
        Optional<String> lines = config.apiKeys().map(keys -> String.join("\n", keys));
        this.keys = Secret.read("proxy.api-keys", lines, config.apiKeysFile()).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .peek(ApiKeys::refuseShort)
                .map(SecretHash::of)
                .toList();
    }

    /** Whether reading needs a key. */
    boolean areRequired() {
        return !keys.isEmpty();
    }

    /** Whether this is one of the keys; takes as long for a wrong one as for any right one. */
    boolean match(String candidate) {
        SecretHash hash = SecretHash.of(candidate);
        boolean found = false;
        for (SecretHash key : keys) {
            found |= key.matches(hash);
        }
        return found;
    }

    private static void refuseShort(String key) {
        if (key.length() < MIN_LENGTH) {
            throw new ConfigurationException(
                    "proxy.api-keys holds a key that is shorter than " + MIN_LENGTH
                            + " characters. Take a longer one, as `openssl rand -base64 24` makes it.",
                    Set.of("proxy.api-keys"));
        }
    }
}
