package io.github.fitbitproxy.simulator.google;

import static io.github.fitbitproxy.simulator.google.Action.DAILY_ROLL_UP;
import static io.github.fitbitproxy.simulator.google.Action.GET;
import static io.github.fitbitproxy.simulator.google.Action.LIST;
import static io.github.fitbitproxy.simulator.google.Action.RECONCILE;
import static io.github.fitbitproxy.simulator.google.Action.ROLL_UP;

import io.github.fitbitproxy.simulator.wearer.Wearer.Tracker;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A data type of the Google Health API ("Data types") and what it offers.
 *
 * @param path its name in paths, such as {@code daily-resting-heart-rate}
 * @param scope what reading it needs
 * @param mostDays how many days a roll-up may span
 */
record DataType(String path, Kind kind, String scope, Set<Action> actions, int mostDays) {

    /** How its points lie in time. */
    enum Kind {
        INTERVAL,
        SAMPLE,
        DAILY,
        SESSION
    }

    private static final String A = GoogleScopes.ACTIVITY;
    private static final String H = GoogleScopes.HEALTH_METRICS;
    private static final Set<Action> ALL = EnumSet.of(LIST, RECONCILE, ROLL_UP, DAILY_ROLL_UP);
    private static final Set<Action> POINTS = EnumSet.of(LIST, RECONCILE);
    private static final Set<Action> SUMS = EnumSet.of(ROLL_UP, DAILY_ROLL_UP);
    private static final Set<Action> NAMED = EnumSet.of(LIST, GET, RECONCILE);
    private static final Set<Action> EVERY = EnumSet.allOf(Action.class);

    private static final Map<String, DataType> BY_PATH = List.of(
                    of("steps", Kind.INTERVAL, A, ALL, 90),
                    of("distance", Kind.INTERVAL, A, ALL, 90),
                    of("floors", Kind.INTERVAL, A, EnumSet.of(RECONCILE, ROLL_UP, DAILY_ROLL_UP), 90),
                    of("altitude", Kind.INTERVAL, A, ALL, 90),
                    of("total-calories", Kind.INTERVAL, A, SUMS, 14),
                    of("active-energy-burned", Kind.INTERVAL, A, ALL, 90),
                    of("basal-energy-burned", Kind.INTERVAL, A, EnumSet.of(LIST), 0),
                    of("active-minutes", Kind.INTERVAL, A, ALL, 14),
                    of("active-zone-minutes", Kind.INTERVAL, A, ALL, 90),
                    of("activity-level", Kind.INTERVAL, A, POINTS, 0),
                    of("sedentary-period", Kind.INTERVAL, A, ALL, 90),
                    of("time-in-heart-rate-zone", Kind.INTERVAL, A, EnumSet.of(RECONCILE, ROLL_UP, DAILY_ROLL_UP), 90),
                    of("calories-in-heart-rate-zone", Kind.INTERVAL, A, SUMS, 14),
                    of("swim-lengths-data", Kind.INTERVAL, A, ALL, 90),
                    of("exercise", Kind.SESSION, A, NAMED, 0),
                    of("vo2-max", Kind.SAMPLE, A, POINTS, 0),
                    of("run-vo2-max", Kind.SAMPLE, A, ALL, 90),
                    of("daily-vo2-max", Kind.DAILY, A, POINTS, 0),
                    of("heart-rate", Kind.SAMPLE, H, ALL, 14),
                    of("daily-resting-heart-rate", Kind.DAILY, H, POINTS, 0),
                    of("daily-heart-rate-zones", Kind.DAILY, H, EnumSet.of(RECONCILE), 0),
                    of("heart-rate-variability", Kind.SAMPLE, H, POINTS, 0),
                    of("daily-heart-rate-variability", Kind.DAILY, H, POINTS, 0),
                    of("oxygen-saturation", Kind.SAMPLE, H, POINTS, 0),
                    of("daily-oxygen-saturation", Kind.DAILY, H, POINTS, 0),
                    of("daily-respiratory-rate", Kind.DAILY, H, POINTS, 0),
                    of("respiratory-rate-sleep-summary", Kind.SAMPLE, H, POINTS, 0),
                    of("daily-sleep-temperature-derivations", Kind.DAILY, H, POINTS, 0),
                    of("core-body-temperature", Kind.SAMPLE, H, EnumSet.of(LIST), 0),
                    of("blood-glucose", Kind.SAMPLE, H, EVERY, 90),
                    of("weight", Kind.SAMPLE, H, EVERY, 90),
                    of("body-fat", Kind.SAMPLE, H, EVERY, 90),
                    of("height", Kind.SAMPLE, H, NAMED, 0),
                    of("sleep", Kind.SESSION, GoogleScopes.SLEEP, NAMED, 0),
                    of("hydration-log", Kind.SESSION, GoogleScopes.NUTRITION, EVERY, 90),
                    of("nutrition-log", Kind.SESSION, GoogleScopes.NUTRITION, EVERY, 90),
                    of("electrocardiogram", Kind.SESSION, GoogleScopes.ECG, EnumSet.of(LIST, GET), 0),
                    of("irregular-rhythm-notification", Kind.SESSION, GoogleScopes.IRN, EnumSet.of(LIST, GET), 0))
            .stream()
            .collect(Collectors.toUnmodifiableMap(DataType::path, Function.identity()));

    static Optional<DataType> ofPath(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** By the name that filters use. */
    static Optional<DataType> ofSnake(String snake) {
        return snake.contains("-") ? Optional.empty() : ofPath(snake.replace('_', '-'));
    }

    String snake() {
        return path.replace('-', '_');
    }

    /** The name of its member in JSON. */
    String camel() {
        StringBuilder camel = new StringBuilder();
        for (String word : path.split("-")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    boolean isSleep() {
        return path.equals("sleep");
    }

    /** Whether a device can tell it at all. */
    boolean isKnownTo(Tracker tracker) {
        if (path.equals("altitude") || path.equals("floors")) {
            return tracker.altimeter();
        }
        return tracker.heartRate() || !path.contains("heart-rate") && !path.equals("active-zone-minutes");
    }

    /** The most points of a page: sessions come in small ones. */
    int mostPoints() {
        return isSleep() || path.equals("exercise") ? 25 : 5000;
    }

    int usualPoints() {
        return isSleep() || path.equals("exercise") ? 25 : path.equals("heart-rate") ? 50 : 1440;
    }

    String allowedActions() {
        return EnumSet.copyOf(actions).stream().map(action -> action.word).collect(Collectors.joining(", "));
    }

    private static DataType of(String path, Kind kind, String scope, Set<Action> actions, int mostDays) {
        return new DataType(path, kind, scope, actions, mostDays);
    }
}
