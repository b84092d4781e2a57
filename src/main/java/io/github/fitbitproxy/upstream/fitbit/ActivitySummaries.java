package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayParts;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.SideBySide;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Fetches daily summaries, one call a day, with the zone minutes of all of them. */
@ApplicationScoped
class ActivitySummaries {

    private static final Logger LOG = Logger.getLogger(ActivitySummaries.class);

    private final FitbitClient client;
    private final ZoneMinutes zoneMinutes;
    private final SideBySide sideBySide;

    ActivitySummaries(FitbitClient client, ZoneMinutes zoneMinutes, SideBySide sideBySide) {
        this.client = client;
        this.zoneMinutes = zoneMinutes;
        this.sideBySide = sideBySide;
    }

    /** One call, and what it says of each day. */
    private record Question(String part, DateRange range, Supplier<SortedMap<LocalDate, byte[]>> call) {}

    /**
     * A summary for every day, and the zone minutes where they can be had; what a call that failed was worth is named
     * missing.
     *
     * @throws UpstreamException if no summary can be had
     */
    SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) throws UpstreamException {
        List<Question> questions = new ArrayList<>(
                range.stream().map(date -> summary(person, date)).toList());
        if (zoneMinutes.isThereFor(person)) {
            questions.add(new Question(ActivityCleaner.ZONE_MINUTES, range, () -> zoneMinutes.fetch(person, range)));
        }
        var outcomes = sideBySide.all(questions, question -> question.call.get());
        DayParts days = new DayParts(range);
        UpstreamException failure = null;
        int told = 0;
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            boolean isSummary = question.part.equals(ActivityCleaner.SUMMARY);
            try {
                days.add(question.part, question.range, outcomes.get(i).get());
                told += isSummary ? 1 : 0;
            } catch (UpstreamException e) {
                LOG.infof(
                        "%s: no %s from %s to %s. %s",
                        person,
                        question.part,
                        question.range.from(),
                        question.range.to(),
                        e.failure().reason());
                failure = isSummary ? e : failure;
                days.add(question.part, question.range, new TreeMap<>());
            }
        }
        if (failure != null && told == 0) {
            throw failure;
        }
        return days.parts();
    }

    private Question summary(Person person, LocalDate date) {
        return new Question(
                ActivityCleaner.SUMMARY,
                new DateRange(date, date),
                () -> new TreeMap<>(Map.of(date, client.call(person, api -> api.activities(date)))));
    }
}
