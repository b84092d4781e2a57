package io.github.fitbitproxy.api;

import java.util.List;

/** The columns of each kind: the JSON names in their order, nested ones joined by a dot, lists left out. */
final class CsvColumns {

    static final List<String> SLEEP = List.of(
            "date",
            "status",
            "minutesAsleep",
            "minutesAwake",
            "minutesInBed",
            "minutesToFallAsleep",
            "totalMinutesAsleep",
            "efficiency",
            "reportedEfficiency",
            "startTime",
            "endTime",
            "stages.deep",
            "stages.light",
            "stages.rem",
            "stages.wake",
            "naps.count",
            "naps.minutesAsleep",
            "upstream",
            "fetchedAt",
            "deviceSyncedAt");

    static final List<String> ACTIVITIES = List.of(
            "date",
            "status",
            "steps",
            "distanceMeters",
            "floors",
            "elevationMeters",
            "caloriesOut",
            "activityCalories",
            "caloriesBmr",
            "minutesSedentary",
            "minutesLightlyActive",
            "minutesFairlyActive",
            "minutesVeryActive",
            "activeZoneMinutes",
            "restingHeartRate",
            "goals.steps",
            "goals.distanceMeters",
            "goals.floors",
            "goals.caloriesOut",
            "goals.activeMinutes",
            "upstream",
            "fetchedAt",
            "deviceSyncedAt");

    private CsvColumns() {}
}
