package io.github.fitbitproxy.simulator.fitbit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The scopes of the Fitbit Web API ("Authorization", "Scope Types"). */
public final class FitbitScopes {

    static final String HEART_RATE = "heartrate";

    /** What each scope lets an app do, in the order of the consent page. */
    static final Map<String, String> SENTENCES = sentences();

    private FitbitScopes() {}

    public static SortedSet<String> all() {
        return new TreeSet<>(SENTENCES.keySet());
    }

    /** What a path needs; empty if no scope opens or closes it. */
    public static Optional<String> required(String path) {
        if (path.contains("/-/sleep/")) {
            return Optional.of("sleep");
        } else if (path.contains("/-/activities/heart/")) {
            return Optional.of(HEART_RATE);
        } else if (path.contains("/-/activities/")) {
            return Optional.of("activity");
        } else if (path.endsWith("/-/devices.json")) {
            return Optional.of("settings");
        }
        return path.endsWith("/-/profile.json") ? Optional.of("profile") : Optional.empty();
    }

    private static Map<String, String> sentences() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("activity", "Activity and exercise");
        sentences.put("cardio_fitness", "Cardio fitness");
        sentences.put("electrocardiogram", "Electrocardiogram");
        sentences.put(HEART_RATE, "Heart rate");
        sentences.put("irregular_rhythm_notifications", "Irregular rhythm notifications");
        sentences.put("location", "Location and GPS");
        sentences.put("nutrition", "Food and water logs");
        sentences.put("oxygen_saturation", "Oxygen saturation");
        sentences.put("profile", "Profile");
        sentences.put("respiratory_rate", "Breathing rate");
        sentences.put("settings", "Devices and settings");
        sentences.put("sleep", "Sleep");
        sentences.put("social", "Friends");
        sentences.put("temperature", "Temperature");
        sentences.put("weight", "Weight");
        return Collections.unmodifiableMap(sentences);
    }
}
