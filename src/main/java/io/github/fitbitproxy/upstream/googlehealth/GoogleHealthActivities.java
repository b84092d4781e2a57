package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayParts;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
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

/** Activity: a call for each figure, be it for a day or a range, so a range is cheaper than its days. */
@ApplicationScoped
class GoogleHealthActivities implements DaySource<ActivityDay> {

    private static final Logger LOG = Logger.getLogger(GoogleHealthActivities.class);

    /** Five times the shortest range, so that one fetch stays below 30 calls. */
    private static final int MOST_DAYS = 70;

    private static final DataType FIRST = DataType.STEPS;

    private final DataPointCalls calls;
    private final SideBySide sideBySide;
    private final GoogleHealthSettings settings;

    GoogleHealthActivities(DataPointCalls calls, SideBySide sideBySide, GoogleHealthSettings settings) {
        this.calls = calls;
        this.sideBySide = sideBySide;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public DataKind<ActivityDay> kind() {
        return ActivityDay.KIND;
    }

    @Override
    public int longestFetchDays() {
        return MOST_DAYS;
    }

    @Override
    public int calls(DateRange range) {
        long morePages = (range.days() - 1) / DataPointCalls.PAGE_POINTS;
        return (int) (1 + questions(range).size() + morePages);
    }

    /** One call (or, for exercises, one series of calls), and the part of each day that it is worth. */
    private record Question(DataType type, DateRange range) {}

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        Gathering gathering = new Gathering(person, range);
        // First and alone: when the upstream is down or the budget used up, one call finds out instead of all.
        Question first = new Question(FIRST, range);
        gathering.add(first, () -> ask(person, first));
        List<Question> questions = questions(range);
        List<Supplier<SortedMap<LocalDate, byte[]>>> answers =
                sideBySide.all(questions, question -> ask(person, question));
        for (int i = 0; i < questions.size(); i++) {
            gathering.add(questions.get(i), answers.get(i));
        }
        return gathering.parts();
    }

    /** Everything but the first. */
    private static List<Question> questions(DateRange range) {
        List<Question> questions = new ArrayList<>();
        for (DataType type : DataType.ofActivity()) {
            if (type != FIRST) {
                for (LocalDate from = range.from();
                        !from.isAfter(range.to());
                        from = from.plusDays(type.longestDays())) {
                    LocalDate to = from.plusDays(type.longestDays() - 1L);
                    questions.add(new Question(type, new DateRange(from, to.isAfter(range.to()) ? range.to() : to)));
                }
            }
        }
        return questions;
    }

    private SortedMap<LocalDate, byte[]> ask(Person person, Question question) {
        return calls.days(person, question.type, question.range);
    }

    @Override
    public ActivityDay clean(RawDay raw) {
        return ActivityCleaner.clean(raw);
    }

    /** What came so far. A call that fails costs its own fields; for one thread. */
    private static final class Gathering {

        private final Person person;
        private final DayParts days;
        private @Nullable UpstreamException failure;
        private boolean told;

        Gathering(Person person, DateRange range) {
            this.person = person;
            this.days = new DayParts(range);
        }

        /** @throws UpstreamException if the first call fails in a way in which all others would */
        void add(Question question, Supplier<SortedMap<LocalDate, byte[]>> answer) throws UpstreamException {
            try {
                days.add(question.type.path(), question.range, answer.get());
                told = true;
            } catch (UpstreamException e) {
                boolean ownFields = e.failure() instanceof Forbidden || e.failure() instanceof Unreadable;
                if (question.type == FIRST && !ownFields) {
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
