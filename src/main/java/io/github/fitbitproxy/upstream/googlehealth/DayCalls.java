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

    /** {@link #weight} of what is not a matter of one type. */
    private static final int ALL_WOULD_FAIL = 3;

    private final DataPointCalls calls;
    private final SideBySide sideBySide;

    DayCalls(DataPointCalls calls, SideBySide sideBySide) {
        this.calls = calls;
        this.sideBySide = sideBySide;
    }

    /** One call (or, for points, one series of calls), and the part of each day that it is worth. */
    private record Question(DataType type, DateRange range) {}

    /** About how many calls {@link #fetch} makes, if all types are granted. Pure. */
    static int calls(DateRange range, List<DataType> types) {
        long morePages = (range.days() - 1) / DataType.SESSIONS_A_PAGE;
        long sessions = types.stream()
                .filter(type -> type.shape() == DataType.Shape.SESSION)
                .count();
        return (int) (questions(range, types).size() + sessions * morePages);
    }

    /**
     * The parts of every day of the range. One that failed, or was refused without a reason, is named missing. One that the
     * person did not grant is simply not there: it may be so on purpose, and the day settles without it.
     *
     * @throws UpstreamException if no call could tell anything, or the first two, or one failed in a way in which all others
     *     would
     */
    SortedMap<LocalDate, Parts> fetch(Person person, DateRange range, List<DataType> types) throws UpstreamException {
        List<Question> questions = questions(
                range, types.stream().filter(type -> calls.mayAsk(person, type)).toList());
        if (questions.isEmpty()) {
            throw new UpstreamException(GoogleHealthReply.NOT_GRANTED);
        }
        Gathering gathering = new Gathering(person, range);
        // Alone: when the cloud is down or the budget used up, one call or two find out instead of all.
        Question first = questions.remove(0);
        gathering.add(first, () -> ask(person, first));
        gathering.endIfAllWouldFail();
        if (!gathering.told && !questions.isEmpty()) {
            Question other = unlike(first, questions);
            questions.remove(other);
            gathering.add(other, () -> ask(person, other));
            gathering.endIfNothingIsTold();
        }
        List<Supplier<SortedMap<LocalDate, byte[]>>> answers =
                sideBySide.all(questions, question -> ask(person, question));
        for (int i = 0; i < questions.size(); i++) {
            gathering.add(questions.get(i), answers.get(i));
        }
        gathering.endIfNothingIsTold();
        return gathering.days.parts();
    }

    /** Everything, in pieces that each type allows. */
    private static List<Question> questions(DateRange range, List<DataType> types) {
        List<Question> questions = new ArrayList<>();
        for (DataType type : types) {
            for (LocalDate from = range.from(); !from.isAfter(range.to()); from = from.plusDays(type.longestDays())) {
                LocalDate to = from.plusDays(type.longestDays() - 1L);
                questions.add(new Question(type, new DateRange(from, to.isAfter(range.to()) ? range.to() : to)));
            }
        }
        return questions;
    }

    /** The question that has least in common with one that failed. */
    private static Question unlike(Question failed, List<Question> others) {
        return others.stream()
                .filter(other -> !other.type.scope().equals(failed.type.scope()))
                .findFirst()
                .orElse(others.get(0));
    }

    private SortedMap<LocalDate, byte[]> ask(Person person, Question question) {
        return calls.days(person, question.type, question.range);
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
                days.add(question.type.path(), question.range, answer.get());
                told = true;
            } catch (UpstreamException e) {
                LOG.infof(
                        "%s: no %s from %s to %s. %s",
                        person,
                        question.type.path(),
                        question.range.from(),
                        question.range.to(),
                        e.failure().reason());
                if (!e.failure().equals(GoogleHealthReply.NOT_GRANTED)) {
                    days.add(question.type.path(), question.range, new TreeMap<>());
                }
                failure = worse(failure, e);
            }
        }

        /** @throws UpstreamException if what went wrong is not a matter of one type */
        void endIfAllWouldFail() throws UpstreamException {
            if (failure != null && weight(failure) == ALL_WOULD_FAIL) {
                throw failure;
            }
        }

        /** @throws UpstreamException if no call could tell anything so far */
        void endIfNothingIsTold() throws UpstreamException {
            if (failure != null && !told) {
                throw failure;
            }
        }
    }

    /** What may pass matters more than what does not, and what hits all types more than what may hit one. */
    private static UpstreamException worse(@Nullable UpstreamException first, UpstreamException next) {
        return first == null || weight(first) < weight(next) ? next : first;
    }

    private static int weight(UpstreamException e) {
        if (e.failure() instanceof Forbidden) {
            return 0;
        }
        if (e.failure() instanceof Unreadable) {
            return 1;
        }
        return GoogleHealthClient.isTrouble(e) ? 2 : ALL_WOULD_FAIL;
    }
}
