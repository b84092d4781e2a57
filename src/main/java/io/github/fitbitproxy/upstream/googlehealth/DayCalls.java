package io.github.fitbitproxy.upstream.googlehealth;

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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks for everything that a kind of day is made of: a call for each type, be it for a day or a range, so a range is cheaper
 * than its days. A call that fails costs its own type.
 */
@ApplicationScoped
class DayCalls {

    private static final Logger LOG = Logger.getLogger(DayCalls.class);

    private final DataPointCalls calls;
    private final SideBySide sideBySide;

    DayCalls(DataPointCalls calls, SideBySide sideBySide) {
        this.calls = calls;
        this.sideBySide = sideBySide;
    }

    /** One call (or, for points, one series of calls), and the part of each day that it is worth. */
    private record Question(DataType type, DateRange range) {}

    /** About how many calls {@link #fetch} makes. Pure. */
    static int calls(DateRange range, List<DataType> types) {
        long morePages = (range.days() - 1) / DataType.SESSIONS_A_PAGE;
        long sessions = types.stream()
                .filter(type -> type.shape() == DataType.Shape.SESSION)
                .count();
        return (int) (1 + questions(range, types).size() + sessions * morePages);
    }

    /**
     * The parts of every day of the range.
     *
     * @param types the first of them may be asked for as many days as the range has
     * @throws UpstreamException if all calls fail, or the first in a way in which all others would
     */
    SortedMap<LocalDate, Parts> fetch(Person person, DateRange range, List<DataType> types) throws UpstreamException {
        Gathering gathering = new Gathering(person, range, types.get(0));
        // First and alone: when the upstream is down or the budget used up, one call finds out instead of all.
        Question first = new Question(types.get(0), range);
        gathering.add(first, () -> ask(person, first));
        List<Question> questions = questions(range, types);
        List<Supplier<SortedMap<LocalDate, byte[]>>> answers =
                sideBySide.all(questions, question -> ask(person, question));
        for (int i = 0; i < questions.size(); i++) {
            gathering.add(questions.get(i), answers.get(i));
        }
        return gathering.parts();
    }

    /** Everything but the first, in pieces that each type allows. */
    private static List<Question> questions(DateRange range, List<DataType> types) {
        List<Question> questions = new ArrayList<>();
        for (DataType type : types.subList(1, types.size())) {
            for (LocalDate from = range.from(); !from.isAfter(range.to()); from = from.plusDays(type.longestDays())) {
                LocalDate to = from.plusDays(type.longestDays() - 1L);
                questions.add(new Question(type, new DateRange(from, to.isAfter(range.to()) ? range.to() : to)));
            }
        }
        return questions;
    }

    private SortedMap<LocalDate, byte[]> ask(Person person, Question question) {
        return calls.days(person, question.type, question.range);
    }

    /** What came so far; for one thread. */
    private static final class Gathering {

        private final Person person;
        private final DataType first;
        private final DayParts days;
        private @Nullable UpstreamException failure;
        private boolean told;

        Gathering(Person person, DateRange range, DataType first) {
            this.person = person;
            this.first = first;
            this.days = new DayParts(range);
        }

        /** @throws UpstreamException if the first call fails in a way in which all others would */
        void add(Question question, Supplier<SortedMap<LocalDate, byte[]>> answer) throws UpstreamException {
            try {
                days.add(question.type.path(), question.range, answer.get());
                told = true;
            } catch (UpstreamException e) {
                boolean ownFields = e.failure() instanceof Forbidden || e.failure() instanceof Unreadable;
                if (question.type == first && !ownFields) {
                    throw e;
                }
                LOG.infof(
                        "%s: no %s from %s to %s. %s",
                        person,
                        question.type.path(),
                        question.range.from(),
                        question.range.to(),
                        e.failure().reason());
                failure = failure == null ? e : failure;
                days.add(question.type.path(), question.range, new TreeMap<>());
            }
        }

        /** @throws UpstreamException if all calls failed */
        SortedMap<LocalDate, Parts> parts() throws UpstreamException {
            if (failure != null && !told) {
                throw failure;
            }
            return days.parts();
        }
    }
}
