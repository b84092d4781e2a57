package io.github.fitbitproxy.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {

    private static final String UPSTREAM = "fitbit";

    private final MovableClock clock = new MovableClock("2026-11-21T09:30:00Z");
    private final Instant tenOClock = Instant.parse("2026-11-21T10:00:00Z");
    private final InMemoryBudgetStore store = new InMemoryBudgetStore();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Budgets budgets = replica();

    private Budgets replica() {
        return new Budgets(
                store, new BudgetMeter(registry, clock), Settings.of(Map.of("proxy.budget-reserve", "20")), clock);
    }

    private CallBudget left(int remaining) {
        return new CallBudget(150, remaining, tenOClock, clock.instant());
    }

    private Instant held(Purpose purpose) {
        return budgets.heldUntil(Person.ME, UPSTREAM, purpose);
    }

    @Test
    void holdsNobodyWhileNothingIsKnown() {
        assertThat(budgets.find(Person.ME, UPSTREAM)).isNull();
        for (Purpose purpose : Purpose.values()) {
            assertThat(held(purpose)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "51, true, true, true",
        "50, true, true, false",
        "21, true, true, false",
        "20, true, false, false",
        "1, true, false, false",
        "0, false, false, false",
    })
    void leavesTheLastCallsToPeople(int remaining, boolean interactive, boolean background, boolean backfill) {
        budgets.told(Person.ME, UPSTREAM, left(remaining));

        assertThat(held(Purpose.INTERACTIVE) == null).isEqualTo(interactive);
        assertThat(held(Purpose.BACKGROUND) == null).isEqualTo(background);
        assertThat(held(Purpose.BACKFILL) == null).isEqualTo(backfill);
    }

    @Test
    void neverKeepsMoreThanHalfOfASmallBudget() {
        budgets.told(Person.ME, UPSTREAM, new CallBudget(10, 6, tenOClock, clock.instant()));
        assertThat(held(Purpose.BACKGROUND)).isNull();
        budgets.told(Person.ME, UPSTREAM, new CallBudget(10, 5, tenOClock, clock.instant()));
        assertThat(held(Purpose.BACKGROUND)).isNotNull();
    }

    @Test
    void isFullAgainWhenTheWindowHasPassed() {
        budgets.told(Person.ME, UPSTREAM, left(0));
        assertThat(held(Purpose.INTERACTIVE)).isEqualTo(tenOClock.plusSeconds(5));

        clock.set(tenOClock);
        assertThat(held(Purpose.INTERACTIVE)).as("clocks differ by seconds").isNotNull();
        clock.set(tenOClock.plusSeconds(5));
        assertThat(held(Purpose.INTERACTIVE)).isNull();
        assertThat(budgets.find(Person.ME, UPSTREAM).remainingAt(clock.instant()))
                .isEqualTo(150);
    }

    @Test
    void countsEachPersonAndUpstreamApart() {
        budgets.told(Person.ME, UPSTREAM, left(0));
        assertThat(budgets.heldUntil(new Person("anna"), UPSTREAM, Purpose.INTERACTIVE))
                .isNull();
        assertThat(budgets.heldUntil(Person.ME, "another", Purpose.INTERACTIVE)).isNull();
    }

    @Test
    void believesTheLowerCountOfAnswersThatOvertookEachOther() {
        budgets.told(Person.ME, UPSTREAM, left(80));
        // The end of the window wavers with the time that an answer took.
        budgets.told(Person.ME, UPSTREAM, new CallBudget(150, 81, tenOClock.plusSeconds(3), clock.instant()));

        assertThat(budgets.find(Person.ME, UPSTREAM)).isEqualTo(left(80));
    }

    @Test
    void takesAnotherWindowFromWhatWasToldLater() {
        budgets.told(Person.ME, UPSTREAM, left(0));
        clock.set(tenOClock.plusSeconds(10));
        CallBudget next = new CallBudget(150, 149, tenOClock.plusSeconds(3600), clock.instant());
        budgets.told(Person.ME, UPSTREAM, next);

        assertThat(budgets.find(Person.ME, UPSTREAM)).isEqualTo(next);
    }

    @Test
    void remembersOverARestart() {
        budgets.told(Person.ME, UPSTREAM, left(0));

        assertThat(replica().heldUntil(Person.ME, UPSTREAM, Purpose.INTERACTIVE))
                .isNotNull();
    }

    @Test
    void writesWhatItHeldBackBeforeItEnds() {
        budgets.told(Person.ME, UPSTREAM, left(100));
        budgets.told(Person.ME, UPSTREAM, left(90));
        assertThat(replica().find(Person.ME, UPSTREAM)).isEqualTo(left(100));

        budgets.flush();

        assertThat(replica().find(Person.ME, UPSTREAM)).isEqualTo(left(90));
    }

    @Test
    void sparesTheStore() {
        for (int remaining = 149; remaining > 100; remaining--) {
            budgets.told(Person.ME, UPSTREAM, left(remaining));
            held(Purpose.INTERACTIVE);
        }
        assertThat(store.writes()).isEqualTo(1);
        assertThat(store.reads()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(6));
        budgets.told(Person.ME, UPSTREAM, left(100));
        held(Purpose.INTERACTIVE);
        budgets.flush();
        budgets.flush();
        assertThat(store.writes()).isEqualTo(2);
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    void writesAtOnceWhenLittleIsLeft() {
        budgets.told(Person.ME, UPSTREAM, left(21));
        budgets.told(Person.ME, UPSTREAM, left(20));
        budgets.told(Person.ME, UPSTREAM, left(19));

        assertThat(store.writes()).isEqualTo(3);
    }

    @Test
    void sharesOneBudgetBetweenReplicas() {
        Budgets other = replica();
        budgets.told(Person.ME, UPSTREAM, left(100));
        assertThat(other.heldUntil(Person.ME, UPSTREAM, Purpose.BACKGROUND)).isNull();

        clock.advance(Duration.ofSeconds(6));
        budgets.told(Person.ME, UPSTREAM, left(10));

        assertThat(other.heldUntil(Person.ME, UPSTREAM, Purpose.BACKGROUND)).isNotNull();
        assertThat(other.heldUntil(Person.ME, UPSTREAM, Purpose.INTERACTIVE)).isNull();
    }

    @Test
    void meansTheSameWindowOnAllReplicas() {
        Budgets other = replica();
        budgets.told(Person.ME, UPSTREAM, left(100));
        // Heard a little later, before it has ever looked into the store.
        other.told(Person.ME, UPSTREAM, new CallBudget(150, 101, tenOClock.plusSeconds(2), clock.instant()));
        clock.advance(Duration.ofSeconds(6));

        assertThat(other.find(Person.ME, UPSTREAM).remaining()).isLessThanOrEqualTo(101);
        other.told(Person.ME, UPSTREAM, new CallBudget(150, 99, tenOClock.plusSeconds(1), clock.instant()));
        clock.advance(Duration.ofSeconds(6));
        assertThat(budgets.find(Person.ME, UPSTREAM).remaining()).isEqualTo(99);
    }

    @Test
    void doesWithMemoryWhileTheStoreFails() {
        store.setFailing(true);
        assertThat(held(Purpose.INTERACTIVE)).isNull();
        budgets.told(Person.ME, UPSTREAM, left(0));
        assertThat(held(Purpose.INTERACTIVE)).isNotNull();
        budgets.flush();

        store.setFailing(false);
        budgets.flush();

        assertThat(replica().heldUntil(Person.ME, UPSTREAM, Purpose.INTERACTIVE))
                .isNotNull();
    }

    @Test
    void disbelievesAnEndThatIsAbsurdlyFar() {
        budgets.told(
                Person.ME, UPSTREAM, new CallBudget(150, 0, tenOClock.plus(Duration.ofDays(400)), clock.instant()));
        assertThat(held(Purpose.INTERACTIVE)).isNull();
        assertThat(budgets.find(Person.ME, UPSTREAM)).isNull();
    }

    @Test
    void disbelievesWhatWasToldWhileTheClockWasAhead() {
        clock.advance(Duration.ofHours(6));
        budgets.told(Person.ME, UPSTREAM, new CallBudget(150, 0, clock.instant().plusSeconds(600), clock.instant()));
        assertThat(held(Purpose.INTERACTIVE)).isNotNull();

        clock.advance(Duration.ofHours(-6));

        assertThat(held(Purpose.INTERACTIVE)).isNull();
        assertThat(replica().find(Person.ME, UPSTREAM)).isNull();
        budgets.told(Person.ME, UPSTREAM, left(3));
        assertThat(budgets.find(Person.ME, UPSTREAM)).isEqualTo(left(3));
    }

    @Test
    void showsWhatIsLeftAsMetrics() {
        budgets.told(Person.ME, UPSTREAM, left(112));
        assertThat(gauge("fitbit.proxy.budget.remaining")).isEqualTo(112);
        assertThat(gauge("fitbit.proxy.budget.limit")).isEqualTo(150);

        clock.set(tenOClock);
        assertThat(gauge("fitbit.proxy.budget.remaining")).isEqualTo(150);
    }

    private double gauge(String name) {
        return registry.get(name)
                .tag("person", "me")
                .tag("upstream", UPSTREAM)
                .gauge()
                .value();
    }
}
