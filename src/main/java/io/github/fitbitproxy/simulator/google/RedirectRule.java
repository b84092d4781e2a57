package io.github.fitbitproxy.simulator.google;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which redirect addresses a web client may have ("Using OAuth 2.0 for Web Server Applications", redirect URI validation
 * rules): https with a public name, or the machine itself.
 */
final class RedirectRule {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> NOT_PUBLIC =
            Set.of("local", "lan", "internal", "home", "arpa", "localdomain", "localhost", "invalid", "test");

    private RedirectRule() {}

    /** Why an address is refused, in a plain sentence; empty if it is not. */
    static Optional<String> refusal(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.of("The redirect address is no address.");
        }
        if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("(?i)https?")) {
            return Optional.of("The redirect address must be a complete http or https address.");
        }
        if (uri.getRawFragment() != null || uri.getRawUserInfo() != null || address.contains("*")) {
            return Optional.of("The redirect address must have no fragment, no user name and no wildcard.");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (OWN_MACHINE.contains(host)) {
            return Optional.empty();
        }
        if (host.startsWith("[") || host.matches("[0-9.]+")) {
            return Optional.of("The redirect address must not be an IP address, except for 127.0.0.1 and [::1].");
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (!host.contains(".") || NOT_PUBLIC.contains(last)) {
            return Optional.of("The redirect address must end with a public top-level domain such as .com or .org.");
        }
        return uri.getScheme().equalsIgnoreCase("https")
                ? Optional.empty()
                : Optional.of("The redirect address must use https, except for localhost.");
    }
}
