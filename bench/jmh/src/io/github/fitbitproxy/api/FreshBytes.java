package io.github.fitbitproxy.api;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.day.DayWord;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.fitbit.FitbitCleaning;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From a day to finished bytes, which happens once, and what each request for them costs beside the wire. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FreshBytes {

    private final JsonAnswerWriter writer = new JsonAnswerWriter();
    private final SleepDay day = new FitbitCleaning().sleep();
    private final Instant now = FixtureCase.FETCHED_AT.plusSeconds(60);
    private final Answer answer =
            Answer.of(writer.write(day), FixtureCase.FETCHED_AT, FixtureCase.FETCHED_AT.plusSeconds(300));
    private final String word = "2026-01-05";
    private final String known = '"' + "another" + '"' + ", " + answer.etag();

    @Benchmark
    public Answer finish() {
        return Answer.of(writer.write(day), now, Instant.MAX);
    }

    @Benchmark
    public Optional<DayWord> word() {
        return DayWord.parse(word);
    }

    @Benchmark
    public int headers() {
        return CacheHeaders.cacheControl(answer, now).length()
                + CacheHeaders.hit(answer, now).length();
    }

    @Benchmark
    public boolean validator() {
        return CacheHeaders.matches(known, answer.etag());
    }
}
