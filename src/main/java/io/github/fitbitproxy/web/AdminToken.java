package io.github.fitbitproxy.web;

import io.github.fitbitproxy.config.GeneratedSecret;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.config.Secret;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Guards {@code /setup} and everything that changes state. Configured, or made at first start: then it is printed once in
 * the log and kept in the data directory.
 */
@Startup
@ApplicationScoped
public class AdminToken {

    private static final int MIN_LENGTH = 16;
    private static final int MADE_BYTES = 24;
    private static final String FILE = "admin-token";
    private static final Logger LOG = Logger.getLogger(AdminToken.class);

    private final SecretHash hash;

    /** @throws ConfigurationException naming the setting, if the token is too short or can neither be read nor made */
    AdminToken(ProxyConfig config, SecureRandom random) {
        Optional<String> configured = Secret.read("proxy.admin-token", config.adminToken(), config.adminTokenFile());
        configured.ifPresent(AdminToken::refuseShort);
        this.hash = SecretHash.of(configured.orElseGet(() -> kept(config, random)));
    }

    /** Whether this is the token; takes as long for a wrong one as for the right one. */
    public boolean matches(String candidate) {
        return hash.matches(SecretHash.of(candidate));
    }

    /** Tells this token from others, and nothing else about it. */
    String name() {
        return hash.name();
    }

    private static String kept(ProxyConfig config, SecureRandom random) {
        GeneratedSecret.Found found = GeneratedSecret.readOrMake(config.dataDir(), FILE, () -> newToken(random));
        refuseShort(found.secret());
        if (found.made()) {
            LOG.infof(
                    "The admin token for /setup is %s (kept in %s; not printed again).",
                    found.secret(), config.dataDir().resolve(FILE));
        } else {
            LOG.infof("The admin token for /setup is in %s.", config.dataDir().resolve(FILE));
        }
        return found.secret();
    }

    private static void refuseShort(String token) {
        if (token.length() < MIN_LENGTH) {
            throw new ConfigurationException(
                    "proxy.admin-token is shorter than " + MIN_LENGTH + " characters. Take a longer one, as"
                            + " `openssl rand -base64 24` makes it, or none to have one made.",
                    Set.of("proxy.admin-token"));
        }
    }

    private static String newToken(SecureRandom random) {
        byte[] bytes = new byte[MADE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
