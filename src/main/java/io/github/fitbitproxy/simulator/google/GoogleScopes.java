package io.github.fitbitproxy.simulator.google;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The scopes of the Google Health API ("Scopes"). */
public final class GoogleScopes {

    static final String ACTIVITY = scope("activity_and_fitness");
    static final String HEALTH_METRICS = scope("health_metrics_and_measurements");
    static final String SLEEP = scope("sleep");
    static final String NUTRITION = scope("nutrition");
    static final String SETTINGS = scope("settings");
    static final String PROFILE = scope("profile");
    static final String ECG = scope("ecg");
    static final String IRN = scope("irn");

    /** What each scope lets an app do, in the order of the consent page. */
    static final Map<String, String> SENTENCES = sentences();

    private GoogleScopes() {}

    public static SortedSet<String> all() {
        return new TreeSet<>(SENTENCES.keySet());
    }

    private static Map<String, String> sentences() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(ACTIVITY, "See your Google Health activity and fitness data");
        sentences.put(HEALTH_METRICS, "See your Google Health health metrics and measurement data");
        sentences.put(SLEEP, "See your Google Health sleep data");
        sentences.put(SETTINGS, "See your Google Health settings");
        sentences.put(PROFILE, "See your Google Health profile data");
        sentences.put(NUTRITION, "See your Google Health nutrition data");
        sentences.put(scope("location"), "See exercise GPS location data in Google Health");
        sentences.put(ECG, "See your Google Health ECG data");
        sentences.put(IRN, "See your Google Health Irregular Rhythm Notifications data");
        return Collections.unmodifiableMap(sentences);
    }

    private static String scope(String name) {
        return "https://www.googleapis.com/auth/googlehealth." + name + ".readonly";
    }
}
