package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedMap;

/** Active zone minutes ("Get AZM Time Series by Interval"), which came after OAuth 1.0a had gone. */
@ApplicationScoped
class ZoneMinutes {

    private static final String RESOURCE = "active-zone-minutes";

    /** Days without zone minutes are left out: this says that nothing was said. */
    private static final byte[] NONE = "{\"activities-active-zone-minutes\":[]}".getBytes(StandardCharsets.UTF_8);

    private final FitbitClient client;

    ZoneMinutes(FitbitClient client) {
        this.client = client;
    }

    /** Whether they can be had for that person. */
    boolean isThereFor(Person person) {
        return client.usesOAuth2(person);
    }

    /** What is said of every day, in one call. */
    SortedMap<LocalDate, byte[]> fetch(Person person, DateRange range) throws UpstreamException {
        byte[] answer = client.call(person, api -> api.activitySeries(RESOURCE, range.from(), range.to()));
        SortedMap<LocalDate, byte[]> days = RangeSlicer.timeSeries(answer, range);
        range.stream().forEach(day -> days.putIfAbsent(day, NONE));
        return days;
    }
}
