package io.github.fitbitproxy.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds settings that look like ours but that nothing reads: mostly slips of the keyboard. Pure. */
final class UnknownSettings {

    /** What Kubernetes sets by itself for every service, such as {@code FITBIT_PROXY_SERVICE_HOST}. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_\\d+_[A-Z_]+)?)");

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]");

    private UnknownSettings() {}

    /**
     * One sentence for each unknown setting.
     *
     * @param known every key that is read, such as {@code proxy.data-dir}
     * @param properties the names of all properties given, except environment variables
     * @param environment the names of all environment variables
     */
    static List<String> complaints(Set<String> known, Iterable<String> properties, Set<String> environment) {
        Set<String> prefixes = new TreeSet<>();
        known.forEach(key -> prefixes.add(key.substring(0, key.indexOf('.') + 1)));
        Set<String> complaints = new TreeSet<>();
        for (String property : properties) {
            String key = INDEX.matcher(property).replaceAll("");
            if (prefixes.stream().anyMatch(key::startsWith) && !known.contains(key)) {
                complaints.add(complaint(property, nearest(key, known)));
            }
        }
        for (String variable : environment) {
            boolean ours = prefixes.stream().anyMatch(prefix -> variable.startsWith(variable(prefix)));
            if (ours
                    && known.stream().noneMatch(key -> variable(key).equals(variable))
                    && !SERVICE_LINK.matcher(variable).matches()) {
                String nearest = nearest(variable.toLowerCase(Locale.ROOT).replace('_', '-'), known);
                complaints.add(complaint(variable, variable(nearest)));
            }
        }
        return List.copyOf(complaints);
    }

    /** The environment variable that sets a key. */
    static String variable(String key) {
        return NOT_ALPHANUMERIC.matcher(key).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    private static String complaint(String given, String nearest) {
        return "Unknown setting " + given + ". Did you mean " + nearest + "?";
    }

    private static String nearest(String key, Set<String> known) {
        String plain = key.replace('.', '-');
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> distance(plain, candidate.replace('.', '-')))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(key);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
