package io.github.fitbitproxy.api;

/** Example answers for the OpenAPI document; a test holds them against the real records. */
final class Examples {

    static final String TIMELINE = """
            {"date":"2026-11-21","status":"final","logs":[{"id":"39252201000","mainSleep":false,"type":"classic",\
            "segments":[{"startTime":"2026-11-21T14:05:00+01:00","seconds":840,"stage":"asleep"},\
            {"startTime":"2026-11-21T14:19:00+01:00","seconds":120,"stage":"restless"},\
            {"startTime":"2026-11-21T14:21:00+01:00","seconds":480,"stage":"asleep"},\
            {"startTime":"2026-11-21T14:29:00+01:00","seconds":60,"stage":"awake"}]}],\
            "upstream":"fitbit","fetchedAt":"2026-11-21T09:15:02Z"}""";

    static final String ANALYSIS = """
            {"from":"2026-10-24","to":"2026-11-20","nights":26,"missing":2,"metrics":{\
            "minutesAsleep":{"value":428.6,"unit":"minutes","nights":26,"missing":2,\
            "method":"Mean of the main sleeps; elapsed time.","parameters":{"minimumNights":1,"naps":"left out"},\
            "deviation":41.3,"best":{"date":"2026-11-08","value":511.0},"worst":{"date":"2026-10-30","value":322.0},\
            "days":[{"date":"2026-10-24","value":437.0}]},\
            "socialJetlag":{"value":52.4,"unit":"minutes","nights":26,"missing":2,\
            "method":"|MSF - MSW|, the shorter way round the clock","parameters":{"minimumFreeNights":2,\
            "minimumWorkNights":3,"naps":"left out","workDays":["mon","tue","wed","thu","fri"],"workDaysStated":true},\
            "estimate":false,"workNights":19,"freeNights":7,"relative":52.4,"midSleepWorkDays":"03:04",\
            "midSleepFreeDays":"03:56"}}}""";

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
