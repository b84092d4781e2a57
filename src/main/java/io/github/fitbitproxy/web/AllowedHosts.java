package io.github.fitbitproxy.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which names this service answers to. A page of the internet can have its own name resolve to an address of the home
 * network (DNS rebinding) and would then be of one origin with this service; what it cannot do is to have a browser send a
 * {@code Host} that is not its own name. So an address is safe, and so are names that nobody on the internet can own.
 * Pure.
 */
final class AllowedHosts {

    /** Special-use domains of homes and private networks (RFC 6762, RFC 8375, ICANN's .internal) and a tailnet's. */
    private static final List<String> HOME_DOMAINS =
            List.of(".localhost", ".local", ".lan", ".home.arpa", ".internal", ".ts.net");

    private static final int MAX_LENGTH = 253 + ":65535".length();
    private static final Pattern ENTRY = Pattern.compile("\\*|\\.?[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    private final boolean any;
    private final Set<String> names;
    private final List<String> domains;

    private AllowedHosts(boolean any, Set<String> names, List<String> domains) {
        this.any = any;
        this.names = names;
        this.domains = domains;
    }

    /**
     * The names that are always answered to, and more.
     *
     * @param configured {@code name}, {@code .domain} (and everything below it) or {@code *} (any)
     * @throws IllegalArgumentException with the entry that is none of these
     */
    static AllowedHosts with(List<String> configured) {
        List<String> entries = configured.stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .toList();
        entries.stream()
                .filter(entry -> !ENTRY.matcher(entry).matches())
                .findFirst()
                .ifPresent(entry -> {
                    throw new IllegalArgumentException(entry);
                });
        return new AllowedHosts(
                entries.contains("*"),
                entries.stream()
                        .map(entry -> entry.substring(entry.startsWith(".") ? 1 : 0))
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.concat(HOME_DOMAINS.stream(), entries.stream().filter(entry -> entry.startsWith(".")))
                        .toList());
    }

    /**
     * Whether a request for this host is meant for us.
     *
     * @param host {@code Host}'s value, with or without a port (RFC 9110 §7.2); {@code null} if there is none, which no
     *     browser does
     */
    boolean allow(@Nullable String host) {
        if (any || host == null) {
            return true;
        }
        if (host.length() > MAX_LENGTH) {
            return false;
        }
        if (host.startsWith("[")) {
            return isIpv6Literal(host);
        }
        int colon = host.indexOf(':');
        if (colon >= 0 && !isPort(host, colon)) {
            return false;
        }
        String name = (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return isName(name) && (isOneLabel(name) || isIpv4(name) || names.contains(name) || isBelowAllowedDomain(name));
    }

    private boolean isBelowAllowedDomain(String name) {
        for (String domain : domains) {
            if (name.endsWith(domain)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneLabel(String name) {
        return name.indexOf('.') < 0;
    }

    /** Labels of letters, digits, hyphens and underscores, none of them empty. */
    private static boolean isName(String name) {
        boolean labelIsEmpty = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                if (labelIsEmpty) {
                    return false;
                }
                labelIsEmpty = true;
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
                labelIsEmpty = false;
            } else {
                return false;
            }
        }
        return !labelIsEmpty;
    }

    /** Four decimal numbers, as browsers write them whatever was typed. */
    private static boolean isIpv4(String name) {
        String[] numbers = name.split("\\.", -1);
        if (numbers.length != 4) {
            return false;
        }
        for (String number : numbers) {
            if (number.length() > 3 || !isDigits(number, 0) || Integer.parseInt(number) > 255) {
                return false;
            }
        }
        return true;
    }

    /** {@code [IPv6]} with or without a port. What is inside the brackets can be no name, so its form is not looked at closely. */
    private static boolean isIpv6Literal(String host) {
        int end = host.indexOf(']');
        if (end < 3 || end != host.length() - 1 && !isPort(host, end + 1)) {
            return false;
        }
        for (int i = 1; i < end; i++) {
            char c = host.charAt(i);
            if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
                return false;
            }
        }
        return host.lastIndexOf(':', end) > 0;
    }

    /** A colon and a number, which may be empty (RFC 3986 §3.2.3). */
    private static boolean isPort(String host, int colon) {
        return host.charAt(colon) == ':'
                && host.length() - colon <= 6
                && (colon + 1 == host.length() || isDigits(host, colon + 1));
    }

    private static boolean isDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < text.length();
    }
}
