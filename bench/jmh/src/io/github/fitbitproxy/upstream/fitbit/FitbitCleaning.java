package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.upstream.FixtureCase;
import io.github.fitbitproxy.upstream.RawDay;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From what the Fitbit Web API said of a day to the day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FitbitCleaning {

    private final RawDay night = FixtureCase.named("fitbit", "sleep", "night-and-naps");
    private final RawDay day = FixtureCase.named("fitbit", "activities", "ordinary-day");

    @Benchmark
    public SleepDay sleep() {
        return SleepCleaner.clean(night);
    }

    @Benchmark
    public ActivityDay activities() {
        return ActivityCleaner.clean(day);
    }
}
