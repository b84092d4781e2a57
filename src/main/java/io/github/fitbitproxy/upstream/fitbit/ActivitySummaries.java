package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.SideBySide;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Fetches daily summaries, one call a day. */
@ApplicationScoped
class ActivitySummaries {

    private static final Logger LOG = Logger.getLogger(ActivitySummaries.class);

    private final FitbitClient client;
    private final SideBySide sideBySide;

    ActivitySummaries(FitbitClient client, SideBySide sideBySide) {
        this.client = client;
        this.sideBySide = sideBySide;
    }

    /**
     * A summary for every day; of a day whose call failed, the summary is named missing.
     *
     * @throws UpstreamException if all calls failed
     */
    SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) throws UpstreamException {
        List<LocalDate> dates = range.stream().toList();
        var outcomes = sideBySide.all(dates, date -> client.call(person, api -> api.activities(date)));
        SortedMap<LocalDate, Parts> days = new TreeMap<>();
        UpstreamException failure = null;
        int told = 0;
        for (int i = 0; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            try {
                days.put(date, Parts.of(ActivityCleaner.SUMMARY, outcomes.get(i).get()));
                told++;
            } catch (UpstreamException e) {
                LOG.infof("%s: no summary of %s. %s", person, date, e.failure().reason());
                failure = e;
                days.put(date, new Parts(new TreeMap<>(), new TreeSet<>(List.of(ActivityCleaner.SUMMARY))));
            }
        }
        if (failure != null && told == 0) {
            throw failure;
        }
        return days;
    }
}
