package io.github.fitbitproxy.upstream.googlehealth;

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

/** From what the Google Health API said of a day to the day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GoogleHealthCleaning {

    private final RawDay night = FixtureCase.named("google-health", "sleep", "stages-night");
    private final RawDay day = FixtureCase.named("google-health", "activities", "ordinary-day");

    @Benchmark
    public SleepDay sleep() {
        return SleepCleaner.clean(night);
    }

    @Benchmark
    public ActivityDay activities() {
        return ActivityCleaner.clean(day);
    }
}
