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

    /** What stands behind the wearer in the path, the narrower first. */
    private static final Map<String, String> BY_RESOURCE = byResource();

    private FitbitScopes() {}

    public static SortedSet<String> all() {
        return new TreeSet<>(SENTENCES.keySet());
    }

    /** What a path needs; empty if no scope opens or closes it. */
    public static Optional<String> required(String path) {
        return BY_RESOURCE.entrySet().stream()
                .filter(entry -> path.contains("/user/-/" + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> byResource() {
        Map<String, String> scopes = new LinkedHashMap<>();
        scopes.put("sleep/", "sleep");
        scopes.put("activities/heart/", HEART_RATE);
        scopes.put("activities/", "activity");
        scopes.put("hrv/", HEART_RATE);
        scopes.put("spo2/", "oxygen_saturation");
        scopes.put("br/", "respiratory_rate");
        scopes.put("temp/", "temperature");
        scopes.put("cardioscore/", "cardio_fitness");
        scopes.put("body/", "weight");
        scopes.put("devices.json", "settings");
        scopes.put("profile.json", "profile");
        return Collections.unmodifiableMap(scopes);
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
