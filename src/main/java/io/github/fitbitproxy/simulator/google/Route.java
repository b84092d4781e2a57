package io.github.fitbitproxy.simulator.google;

import io.github.fitbitproxy.simulator.http.PercentCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method of the API that a path leads to.
 *
 * @param name as in the reference, such as {@code dataPoints.list}
 * @param user {@code me}, or the number of one's own
 * @param type the data type's name in the path, or null
 * @param id the last part of a name, or null
 */
record Route(
        String name,
        String user,
        @Nullable String type,
        @Nullable String id) {

    private static final Pattern POINTS =
            Pattern.compile("/v4/users/([^/:]+)/dataTypes/([^/:]+)/dataPoints(?::(\\w+))?");
    private static final Pattern POINT = Pattern.compile("/v4/users/([^/:]+)/dataTypes/([^/:]+)/dataPoints/([^/:]+)");
    private static final Pattern ACCOUNT =
            Pattern.compile("/v4/users/([^/:]+)/(identity|profile|settings|pairedDevices)");
    private static final Pattern DEVICE = Pattern.compile("/v4/users/([^/:]+)/pairedDevices/([^/:]+)");

    /**
     * Empty if there is none, or not with this verb.
     *
     * @param encoded as it stood in the request line: some clients encode the colon
     */
    static Optional<Route> of(String method, String encoded) {
        String path;
        try {
            path = PercentCode.decode(encoded);
        } catch (IllegalArgumentException badlyEncoded) {
            return Optional.empty();
        }
        Matcher points = POINTS.matcher(path);
        if (points.matches()) {
            return points(method, points.group(3)).map(name -> new Route(name, points.group(1), points.group(2), null));
        }
        if (!method.equals("GET")) {
            return Optional.empty();
        }
        Matcher point = POINT.matcher(path);
        Matcher account = ACCOUNT.matcher(path);
        Matcher device = DEVICE.matcher(path);
        if (point.matches()) {
            return Optional.of(new Route("get", point.group(1), point.group(2), point.group(3)));
        } else if (account.matches()) {
            return Optional.of(new Route(account.group(2), account.group(1), null, null));
        } else if (device.matches()) {
            return Optional.of(new Route("pairedDevice", device.group(1), null, device.group(2)));
        }
        return Optional.empty();
    }

    private static Optional<String> points(String method, @Nullable String verb) {
        return switch (method + " " + verb) {
            case "GET null" -> Optional.of("list");
            case "GET reconcile" -> Optional.of("reconcile");
            case "POST rollUp" -> Optional.of("rollUp");
            case "POST dailyRollUp" -> Optional.of("dailyRollUp");
            default -> Optional.empty();
        };
    }
}
