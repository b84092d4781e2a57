package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.budget.Budgets;
import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.day.BackfillStore.State;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.InMemoryLeaseStore;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Sources;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Back-fill on the real store and the simulator; only the leases have a clock of their own. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class BackfillerTest {

    private static final String UPSTREAM = "demo-fitbit";

    @Inject
    Backfills backfills;

    @Inject
    BackfillStore store;

    @Inject
    DayStore days;

    @Inject
    Answers answers;

    @Inject
    Finisher finisher;

    @Inject
    Wearers wearers;

    @Inject
    GuardedCalls calls;

    @Inject
    Household household;

    @Inject
    Sources sources;

    @Inject
    Budgets budgets;

    @Inject
    MovableClock clock;

    private InMemoryLeaseStore leases;

    /** Ends the process, as far as whoever calls it can tell. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void startWithAFullBudget() {
        clock.advance(Duration.ofDays(2));
        leases = new InMemoryLeaseStore(clock);
        store.deleteAll(Person.ME);
    }

    @AfterEach
    void endFaults() {
        Faults.off();
        store.deleteAll(Person.ME);
        clock.advance(Duration.ofHours(2));
    }

    private Backfiller process(BackfillStore jobs, DayStore dayStore) {
        return new Backfiller(
                jobs,
                new BackfillPieces(
                        dayStore,
                        answers,
                        finisher,
                        new UpstreamDays(wearers, calls, clock, ForkJoinPool.commonPool()),
                        clock),
                household,
                wearers,
                sources,
                calls,
                leases,
                clock);
    }

    private Backfiller process() {
        return process(store, days);
    }

    /** The seam, but the process is killed when it calls that method. */
    private static <T> T killedAt(Class<T> seam, T real, String method) {
        Object killing =
                Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, (self, called, values) -> {
                    if (called.getName().equals(method)) {
                        throw new Killed();
                    }
                    try {
                        return called.isDefault() && !called.getName().equals("update")
                                ? InvocationHandler.invokeDefault(self, called, values)
                                : called.invoke(real, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return seam.cast(killing);
    }

    private List<String> kinds() {
        return sources.all(UPSTREAM).stream()
                .map(source -> source.kind().name())
                .toList();
    }

    private void assertDone(DateRange range) {
        assertThat(kinds()).hasSizeGreaterThan(2).allSatisfy(kind -> {
            assertThat(job(kind).state()).as(kind).isEqualTo(State.DONE);
            assertThat(stored(kind, range)).as(kind).hasSize((int) range.days());
        });
    }

    private static DateRange days(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }

    private void turns(Backfiller backfiller, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            backfiller.tick();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    private Backfill job(String kind) {
        return store.find(Person.ME, kind).orElseThrow();
    }

    private List<LocalDate> stored(String kind, DateRange range) {
        return range.stream()
                .filter(date ->
                        days.find(new DayKey(Person.ME, UPSTREAM, kind, date)).isPresent())
                .toList();
    }

    private int pieces(String kind, DateRange range) {
        int longest = sources.days(UPSTREAM, kind).orElseThrow().longestFetchDays();
        return (int) ((range.days() + longest - 1) / longest);
    }

    /** Calls for days, without those for the profile and the devices. */
    private static int dayCalls() {
        return Faults.calls("/1") - Faults.calls("/1/user/-/profile") - Faults.calls("/1/user/-/devices");
    }

    /** How many calls the range costs if no piece is fetched twice. */
    private int dayCallsFor(DateRange range) {
        return sources.all(UPSTREAM).stream()
                .mapToInt(source -> source.calls(range))
                .sum();
    }

    private static int sleepCalls() {
        return Faults.calls("/1.2/user/-/sleep");
    }

    @Test
    void fetchesEveryDayOfEveryKindNewestFirst() {
        DateRange range = days("2021-03-01", "2021-03-05");
        backfills.ask(null, range);
        Backfiller backfiller = process();
        int before = sleepCalls();
        int turns = kinds().stream().mapToInt(kind -> pieces(kind, range)).sum();

        for (int turn = 0; turn < turns; turn++) {
            turns(backfiller, 1);
            for (String kind : kinds()) {
                List<LocalDate> here = stored(kind, range);
                assertThat(here)
                        .isEqualTo(
                                range.stream().skip(range.days() - here.size()).toList());
            }
        }

        assertDone(range);
        assertThat(sleepCalls() - before).isEqualTo(pieces("sleep", range));
    }

    @Test
    void asksNothingOfDaysThatAreStoredAndSettled() {
        DateRange range = days("2021-04-01", "2021-04-05");
        backfills.ask(null, range);
        turns(process(), 20);
        int before = Faults.calls("/1");

        backfills.ask(null, range);
        turns(process(), kinds().size());

        assertDone(range);
        assertThat(Faults.calls("/1")).isEqualTo(before);
    }

    @Test
    void losesNothingWhenKilledAfterKeepingAPiece() {
        DateRange range = days("2021-05-01", "2021-05-03");
        backfills.ask(null, range);
        int before = dayCalls();
        Backfiller killed = process(killedAt(BackfillStore.class, store, "update"), days);
        assertThatThrownBy(killed::tick).isInstanceOf(Killed.class);
        clock.advance(Duration.ofMinutes(4));

        turns(process(), 16);

        assertDone(range);
        // What was kept is found again, so not even the one piece is asked for twice.
        assertThat(dayCalls() - before).isEqualTo(dayCallsFor(range));
    }

    @Test
    void repeatsOnePieceWhenKilledBeforeKeepingIt() {
        DateRange range = days("2021-06-01", "2021-06-03");
        backfills.ask(null, range);
        Backfiller killed = process(store, killedAt(DayStore.class, days, "saveAll"));
        assertThatThrownBy(killed::tick).isInstanceOf(Killed.class);
        assertThat(job("sleep").next()).isEqualTo(range.to());
        assertThat(job("activities").next()).isEqualTo(range.to());
        int before = dayCalls();
        clock.advance(Duration.ofMinutes(4));

        turns(process(), 16);

        assertDone(range);
        assertThat(dayCalls() - before).isEqualTo(dayCallsFor(range));
    }

    @Test
    void isTakenOverWhenItsOwnerDies() {
        DateRange range = days("2021-07-01", "2021-07-09");
        backfills.ask(null, range);
        process().tick();
        Backfiller other = process();
        int before = Faults.calls("/1");

        turns(other, 3);
        assertThat(Faults.calls("/1")).as("the lease is held").isEqualTo(before);

        turns(other, 35);
        assertDone(range);
    }

    @Test
    void leavesAThirdOfTheBudgetToOthers() {
        DateRange range = days("2021-08-01", "2021-08-02");
        backfills.ask(null, range);
        budgets.told(
                Person.ME, UPSTREAM, new CallBudget(150, 50, clock.instant().plusSeconds(1200), clock.instant()));
        Backfiller backfiller = process();
        int before = Faults.calls("/1");

        turns(backfiller, 20);
        assertThat(Faults.calls("/1")).isEqualTo(before);
        assertThat(job("sleep").state()).isEqualTo(State.WAITING);
        assertThat(job("sleep").reason()).contains("kept for people");

        turns(backfiller, 12);
        assertThat(job("sleep").state()).isEqualTo(State.DONE);
        assertThat(job("sleep").reason()).isNull();
    }

    @Test
    void waitsWhileTheCloudIsDown() {
        DateRange range = days("2021-09-01", "2021-09-02");
        backfills.ask(null, range);
        Faults.on("/1", "status-503");
        Backfiller backfiller = process();
        int before = Faults.calls("/1");

        turns(backfiller, 30);
        assertThat(Faults.calls("/1") - before).isBetween(1, 30);
        assertThat(job("sleep").isOpen()).isTrue();
        assertThat(job("sleep").reason()).isNotBlank();

        Faults.off();
        turns(backfiller, 25);
        assertDone(range);
    }

    @Test
    void givesUpWhatItMayNotRead() {
        DateRange range = days("2021-10-01", "2021-10-02");
        backfills.ask(null, range);
        Faults.on("/1.2/user/-/sleep", "forbidden");

        turns(process(), 25);

        assertThat(job("sleep").state()).isEqualTo(State.FAILED);
        assertThat(job("sleep").reason()).contains("consent page");
        assertThat(job("activities").state()).isEqualTo(State.DONE);
    }
}
