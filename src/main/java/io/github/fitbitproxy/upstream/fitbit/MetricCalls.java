package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayParts;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.SideBySide;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Forbidden;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks for several metrics of a day or a range, the calls side by side once the first has gone well. */
@ApplicationScoped
class MetricCalls {

    private static final Logger LOG = Logger.getLogger(MetricCalls.class);

    private final FitbitClient client;
    private final SideBySide sideBySide;

    MetricCalls(FitbitClient client, SideBySide sideBySide) {
        this.client = client;
        this.sideBySide = sideBySide;
    }

    /** One call. */
    private record Question(Metric metric, DateRange range) {}

    /**
     * The parts of every day. One that failed is named missing. One that the person did not grant is simply not there: it
     * may be so on purpose, and the day settles without it.
     *
     * @throws UpstreamException if no call could tell anything, or the first failed in a way in which all others would
     */
    SortedMap<LocalDate, Parts> fetch(Person person, DateRange range, List<Metric> metrics) throws UpstreamException {
        List<Question> questions = metrics.stream()
                .filter(metric -> client.mayAsk(person, metric.scope()))
                .flatMap(metric -> questions(metric, range).stream())
                .toList();
        if (questions.isEmpty()) {
            throw new UpstreamException(FitbitReply.NOT_GRANTED);
        }
        Gathering gathering = new Gathering(person, range);
        // First and alone: when the upstream is down or the budget used up, one call finds out instead of all.
        Question first = questions.get(0);
        gathering.add(first, () -> ask(person, first));
        gathering.endIfAllWouldFail();
        List<Question> others = questions.subList(1, questions.size());
        List<Supplier<SortedMap<LocalDate, byte[]>>> answers =
                sideBySide.all(others, question -> ask(person, question));
        for (int i = 0; i < others.size(); i++) {
            gathering.add(others.get(i), answers.get(i));
        }
        return gathering.parts();
    }

    /** What came so far; for one thread. */
    private static final class Gathering {

        private final Person person;
        private final DayParts days;
        private @Nullable UpstreamException failure;
        private boolean told;

        Gathering(Person person, DateRange range) {
            this.person = person;
            this.days = new DayParts(range);
        }

        void add(Question question, Supplier<SortedMap<LocalDate, byte[]>> answer) {
            try {
                days.add(question.metric.part(), question.range, answer.get());
                told = true;
            } catch (UpstreamException e) {
                LOG.infof(
                        "%s: no %s from %s to %s. %s",
                        person,
                        question.metric.part(),
                        question.range.from(),
                        question.range.to(),
                        e.failure().reason());
                if (!(e.failure() instanceof Forbidden)) {
                    days.add(question.metric.part(), question.range, new TreeMap<>());
                }
                failure = worse(failure, e);
            }
        }

        /** @throws UpstreamException if what went wrong is not a matter of one metric */
        void endIfAllWouldFail() throws UpstreamException {
            if (failure != null
                    && !(failure.failure() instanceof Forbidden)
                    && !(failure.failure() instanceof Unreadable)) {
                throw failure;
            }
        }

        /** @throws UpstreamException if no call could tell anything */
        SortedMap<LocalDate, Parts> parts() throws UpstreamException {
            if (failure != null && !told) {
                throw failure;
            }
            return days.parts();
        }
    }

    /** What may pass matters more than what does not. */
    private static UpstreamException worse(@Nullable UpstreamException first, UpstreamException next) {
        return first == null || first.failure() instanceof Forbidden ? next : first;
    }

    private static List<Question> questions(Metric metric, DateRange range) {
        List<Question> questions = new ArrayList<>();
        for (LocalDate from = range.from(); !from.isAfter(range.to()); from = from.plusDays(metric.mostDays())) {
            LocalDate to = from.plusDays(metric.mostDays() - 1L);
            questions.add(new Question(metric, new DateRange(from, to.isAfter(range.to()) ? range.to() : to)));
        }
        return questions;
    }

    private SortedMap<LocalDate, byte[]> ask(Person person, Question question) {
        Metric metric = question.metric;
        DateRange range = question.range;
        if (range.days() == 1) {
            LocalDate date = range.from();
            return new TreeMap<>(Map.of(
                    date, client.call(person, api -> metric.day().apply(api, date))));
        }
        byte[] answer = client.call(person, api -> metric.range().apply(api, range));
        return RangeSlicer.metric(answer, metric.part(), metric.dateField(), range);
    }
}
