package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.budget.Purpose;
import io.github.fitbitproxy.budget.UnknownBudgets;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GuardedCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private Instant connectedAt = NOW.minus(Duration.ofDays(1));
    private final GuardedCalls calls =
            new GuardedCalls(UnknownBudgets.create(clock), person -> Optional.of(connectedAt), clock, new Random(1));

    private String call(String answer) {
        return calls.call(Person.ME, "cloud", Purpose.INTERACTIVE, () -> answer);
    }

    private void failForAnHour() {
        assertThatThrownBy(() -> calls.call(Person.ME, "cloud", Purpose.INTERACTIVE, () -> {
                    throw new UpstreamException(
                            new Unavailable("The account is the wrong one.", NOW.plus(Duration.ofHours(1))));
                }))
                .isInstanceOf(UpstreamException.class);
    }

    @Test
    void leavesAnUpstreamAloneForAsLongAsItSaid() {
        failForAnHour();

        assertThatThrownBy(() -> call("too early"))
                .isInstanceOf(UpstreamException.class)
                .hasMessageContaining("wrong one");
        clock.advance(Duration.ofHours(1));
        assertThat(call("in time")).isEqualTo("in time");
    }

    @Test
    void letsSomebodyCallAtOnceWhoHasConnectedAnew() {
        failForAnHour();

        connectedAt = NOW;

        assertThat(call("the right account")).isEqualTo("the right account");
    }
}
