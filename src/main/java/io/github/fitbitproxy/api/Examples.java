package io.github.fitbitproxy.api;

/** Example answers for the OpenAPI document; a test holds them against the real records. */
final class Examples {

    static final String SLEEP = """
            {"date":"2026-11-21","status":"final","minutesAsleep":431,"minutesAwake":47,"minutesInBed":478,\
            "minutesToFallAsleep":6,"totalMinutesAsleep":453,"efficiency":90,"reportedEfficiency":94,\
            "startTime":"2026-11-20T23:12:30+01:00","endTime":"2026-11-21T07:10:30+01:00",\
            "stages":{"deep":74,"light":244,"rem":113,"wake":47},"naps":{"count":1,"minutesAsleep":22},\
            "logs":[{"id":"39251882000","mainSleep":true,"type":"stages","startTime":"2026-11-20T23:12:30+01:00",\
            "endTime":"2026-11-21T07:10:30+01:00","minutesAsleep":431,"minutesAwake":47,"minutesInBed":478,\
            "efficiency":90,"stages":{"deep":74,"light":244,"rem":113,"wake":47},"classic":null},\
            {"id":"39252201000","mainSleep":false,"type":"classic","startTime":"2026-11-21T14:05:00+01:00",\
            "endTime":"2026-11-21T14:30:00+01:00","minutesAsleep":22,"minutesAwake":3,"minutesInBed":25,\
            "efficiency":88,"stages":null,"classic":{"asleep":22,"restless":2,"awake":1}}],\
            "upstream":"fitbit","fetchedAt":"2026-11-21T09:15:02Z","deviceSyncedAt":"2026-11-21T08:58:00Z"}""";

    static final String ACTIVITIES = """
            {"date":"2026-11-21","status":"partial","steps":8421,"distanceMeters":6210,"floors":12,\
            "elevationMeters":36.6,"caloriesOut":2488,"activityCalories":1034,"caloriesBmr":1580,\
            "minutesSedentary":690,"minutesLightlyActive":212,"minutesFairlyActive":18,"minutesVeryActive":31,\
            "activeZoneMinutes":49,"restingHeartRate":58,\
            "heartRateZones":[{"name":"fatBurn","min":98,"max":121,"minutes":40,"caloriesOut":210.4}],\
            "goals":{"steps":10000,"distanceMeters":8050,"floors":10,"caloriesOut":2600,"activeMinutes":30},\
            "workouts":[{"id":"62000000001","name":"Walk","startTime":"2026-11-21T10:45:00+01:00","minutes":32,\
            "steps":3310,"distanceMeters":2450,"caloriesOut":161,"averageHeartRate":104}],\
            "upstream":"fitbit","fetchedAt":"2026-11-21T18:15:02Z","deviceSyncedAt":"2026-11-21T18:08:00Z"}""";

    static final String SLEEP_RANGE = "{\"from\":\"2026-11-21\",\"to\":\"2026-11-22\",\"days\":[" + SLEEP
            + "],\"missing\":[{\"date\":\"2026-11-22\",\"reason\":\"future-date\"}]}";

    static final String ACTIVITY_RANGE = "{\"from\":\"2026-11-21\",\"to\":\"2026-11-22\",\"days\":[" + ACTIVITIES
            + "],\"missing\":[{\"date\":\"2026-11-22\",\"reason\":\"future-date\"}]}";

    static final String SLEEP_RANGE_CSV = """
            date,status,minutesAsleep,minutesAwake,minutesInBed,minutesToFallAsleep,totalMinutesAsleep,efficienc\
            y,reportedEfficiency,startTime,endTime,stages.deep,stages.light,stages.rem,stages.wake,naps.count,na\
            ps.minutesAsleep,upstream,fetchedAt,deviceSyncedAt
            2026-11-20,final,431,47,478,6,453,90,94,2026-11-19T23:12:30+01:00,2026-11-20T07:10:30+01:00,74,244,1\
            13,47,1,22,fitbit,2026-11-21T09:15:02Z,2026-11-21T08:58:00Z
            """;

    static final String ACTIVITY_RANGE_CSV = """
            date,status,steps,distanceMeters,floors,elevationMeters,caloriesOut,activityCalories,caloriesBmr,min\
            utesSedentary,minutesLightlyActive,minutesFairlyActive,minutesVeryActive,activeZoneMinutes,restingHe\
            artRate,goals.steps,goals.distanceMeters,goals.floors,goals.caloriesOut,goals.activeMinutes,upstream\
            ,fetchedAt,deviceSyncedAt
            2026-11-20,provisional,8421,6210,12,36.6,2488,1034,1580,690,212,18,31,,58,,,,,,fitbit,2026-11-21T18:\
            15:02Z,2026-11-21T18:08:00Z
            """;

    static final String STATUS = """
            {"version":"1.0.0","people":[{"person":"me","upstream":"fitbit","connection":"connected",\
            "grantExpiresAt":null,"missingScopes":[],\
            "devices":[{"name":"Charge 6","batteryPercent":82,"syncedAt":"2026-11-21T08:58:00Z"}],\
            "budget":{"limit":150,"remaining":112,"resetsAt":"2026-11-21T10:00:00Z"},\
            "days":{"activities":{"oldest":null,"newest":null,"count":0},\
            "sleep":{"oldest":"2024-01-03","newest":"2026-11-21","count":1018}},\
            "backfill":{"sleep":{"from":"2024-01-01","to":"2026-11-20","state":"running","daysDone":400,\
            "daysTotal":1055,"updatedAt":"2026-11-21T09:15:02Z","reason":null}}}]}""";

    static final String PROBLEM = """
            {"type":"/problems/upstream-unavailable","title":"The cloud does not tell","status":503,\
            "detail":"Fitbit has trouble of its own (status 502)."}""";

    private Examples() {}
}
