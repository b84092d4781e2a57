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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Fetches activity by time series, one call for each figure, and the list of workouts. */
@ApplicationScoped
class ActivitySeries {

    private static final Logger LOG = Logger.getLogger(ActivitySeries.class);

    /** Without it there is no day. */
    private static final String ESSENTIAL = "steps";

    /** Without these a day is poorer. */
    private static final List<String> OPTIONAL = List.of(
            "distance",
            "floors",
            "elevation",
            "calories",
            "caloriesBMR",
            "minutesSedentary",
            "minutesLightlyActive",
            "minutesFairlyActive",
            "minutesVeryActive",
            TimeSeries.HEART);

    /** The one series that gives no more than a month at a time. */
    private static final String MONTHLY = "activityCalories";

    private static final int MONTH_DAYS = 30;

    /** For the estimate of calls: about one workout a day. */
    private static final int PAGE_DAYS = ActivityLog.PAGE_WORKOUTS;

    private final FitbitClient client;
    private final ActivityLog workouts;
    private final ZoneMinutes zoneMinutes;
    private final SideBySide sideBySide;

    ActivitySeries(FitbitClient client, ActivityLog workouts, ZoneMinutes zoneMinutes, SideBySide sideBySide) {
        this.client = client;
        this.workouts = workouts;
        this.zoneMinutes = zoneMinutes;
        this.sideBySide = sideBySide;
    }

    /** About how many calls a range costs. */
    static long calls(DateRange range) {
        return 1 + OPTIONAL.size() + pieces(range.days(), MONTH_DAYS) + pieces(range.days(), PAGE_DAYS);
    }

    private static long pieces(long days, int most) {
        return (days + most - 1) / most;
    }

    /** One call (or, for the list of workouts, one series of calls), and the part of each day that it is worth. */
    private record Question(String part, DateRange range) {}

    /**
     * The parts of every day. What an optional call was worth is named missing where it failed.
     *
     * @throws UpstreamException if the steps cannot be had
     */
    SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) throws UpstreamException {
        DayParts days = new DayParts(range);
        // First and alone: when the upstream is down or the budget used up, one call finds out instead of all.
        days.add(ESSENTIAL, range, series(person, ESSENTIAL, range));
        List<Question> questions = questions(range);
        if (zoneMinutes.isThereFor(person)) {
            questions.add(new Question(ActivityCleaner.ZONE_MINUTES, range));
        }
        List<Supplier<SortedMap<LocalDate, byte[]>>> answers =
                sideBySide.all(questions, question -> ask(person, question));
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            try {
                days.add(question.part, question.range, answers.get(i).get());
            } catch (UpstreamException e) {
                LOG.infof(
                        "%s: no %s from %s to %s. %s",
                        person,
                        question.part,
                        question.range.from(),
                        question.range.to(),
                        e.failure().reason());
                days.add(question.part, question.range, new TreeMap<>());
            }
        }
        return days.parts();
    }

    private static List<Question> questions(DateRange range) {
        List<Question> questions = new ArrayList<>();
        // The longest first: its pages follow one another.
        questions.add(new Question(ActivityCleaner.WORKOUTS, range));
        OPTIONAL.forEach(resource -> questions.add(new Question(resource, range)));
        for (LocalDate from = range.from(); !from.isAfter(range.to()); from = from.plusDays(MONTH_DAYS)) {
            LocalDate to = from.plusDays(MONTH_DAYS - 1L);
            questions.add(new Question(MONTHLY, new DateRange(from, to.isAfter(range.to()) ? range.to() : to)));
        }
        return questions;
    }

    private SortedMap<LocalDate, byte[]> ask(Person person, Question question) {
        return switch (question.part) {
            case ActivityCleaner.WORKOUTS -> workouts.fetch(person, question.range);
            case ActivityCleaner.ZONE_MINUTES -> zoneMinutes.fetch(person, question.range);
            default -> series(person, question.part, question.range);
        };
    }

    private SortedMap<LocalDate, byte[]> series(Person person, String resource, DateRange range) {
        byte[] answer = client.call(person, api -> api.activitySeries(resource, range.from(), range.to()));
        return RangeSlicer.timeSeries(answer, range);
    }
}
