package io.github.fitbitproxy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.AnalysisReader;
import io.github.fitbitproxy.day.DayReader;
import io.github.fitbitproxy.day.DayWord;
import io.github.fitbitproxy.day.RangeReader;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.quarkus.arc.All;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The public answers for those who do not ask by an address of their own: the same JSON or the same problems. Blocks; where
 * {@code person} is taken it is what {@code person=} says, or {@code null}.
 */
@RegisterForReflection(targets = Status.class)
@ApplicationScoped
public class PublicAnswers {

    private final List<DaySource<?>> sources;
    private final DayReader days;
    private final RangeReader ranges;
    private final AnalysisReader analyses;
    private final StatusResource status;
    private final JsonAnswerWriter writer;
    private final ObjectMapper mapper;
    private final Clock clock;

    PublicAnswers(
            @All List<DaySource<?>> sources,
            DayReader days,
            RangeReader ranges,
            AnalysisReader analyses,
            StatusResource status,
            JsonAnswerWriter writer,
            ObjectMapper mapper,
            Clock clock) {
        this.sources = sources;
        this.days = days;
        this.ranges = ranges;
        this.analyses = analyses;
        this.status = status;
        this.writer = writer;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * One answer.
     *
     * @param json the public JSON, or the problem's (RFC 9457)
     */
    public record PublicAnswer(boolean isProblem, String json) {}

    /** The kinds of daily data that there are, by name. */
    public List<String> kinds() {
        return sources.stream()
                .map(source -> source.kind().name())
                .distinct()
                .sorted()
                .toList();
    }

    /** As {@code GET /{kind}/{date}}. */
    public PublicAnswer day(String kind, String date, @Nullable String person) {
        Optional<DayWord> word = DayWord.parse(date);
        if (word.isEmpty()) {
            return problem(Problems.badDate());
        }
        return answer(() -> days.read(person, kind, word.get(), RequestDirectives.NONE)
                .await()
                .indefinitely()
                .answer()
                .body()
                .toString());
    }

    /** As {@code GET /{kind}?from=&to=}, all of it at once. */
    public PublicAnswer range(String kind, String from, String to, @Nullable String person) {
        Optional<DayWord> first = DayWord.parse(from);
        Optional<DayWord> last = DayWord.parse(to);
        if (first.isEmpty() || last.isEmpty()) {
            return problem(Problems.badEnds());
        }
        return answer(() -> {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            ranges.open(person, kind, first.get(), last.get(), RequestDirectives.NONE)
                    .tell(new JsonRange(writer, new Listener(json, () -> false), clock.instant()));
            return json.toString(StandardCharsets.UTF_8);
        });
    }

    /** As {@code GET /sleep/analysis}, with its parameters. */
    public PublicAnswer analysis(
            @Nullable String from,
            @Nullable String to,
            @Nullable String person,
            @Nullable String need,
            @Nullable String workDays) {
        AnalysisQuery query = new AnalysisQuery(from, to, person, need, workDays);
        Problem problem = query.problem();
        if (problem != null) {
            return problem(problem);
        }
        return answer(() -> new String(
                writer.write(analyses.analyse(
                        person,
                        query.fromDay(),
                        query.toDay(),
                        query.needMinutes(),
                        query.workDaySet(),
                        RequestDirectives.NONE)),
                StandardCharsets.UTF_8));
    }

    /** As {@code GET /status}. */
    public PublicAnswer status() {
        return answer(() -> write(status.status()));
    }

    private PublicAnswer answer(Supplier<String> json) {
        try {
            return new PublicAnswer(false, json.get());
        } catch (RefusalException e) {
            return problem(Problems.of(e.refusal()));
        } catch (UpstreamException e) {
            return problem(Problems.of(e.failure(), clock.instant()));
        }
    }

    private PublicAnswer problem(Problem problem) {
        return new PublicAnswer(true, write(problem.body()));
    }

    private String write(Object answer) {
        try {
            return mapper.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written", e);
        }
    }
}
