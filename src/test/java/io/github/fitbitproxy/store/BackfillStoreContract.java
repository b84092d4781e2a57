package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.day.BackfillStore;
import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.day.BackfillStore.State;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class BackfillStoreContract extends StoreContract {

    private static final Person ANNA = new Person("anna");
    private static final DateRange MARCH = new DateRange(MARCH_10.withDayOfMonth(1), MARCH_10.withDayOfMonth(31));

    private BackfillStore store;

    BackfillStoreContract(Dialect dialect) {
        super(dialect);
    }

    @BeforeEach
    void openStore() {
        store = new SqlBackfillStore(database.database());
    }

    @Test
    void beginsWaiting() {
        Backfill begun = start();

        assertThat(begun).isEqualTo(new Backfill(Person.ME, "sleep", MARCH, MARCH.to(), State.WAITING, null, 1, NOON));
        assertThat(store.find(Person.ME, "sleep")).contains(begun);
        assertThat(store.find(Person.ME, "activities")).isEmpty();
        assertThat(begun.isOpen()).isTrue();
    }

    @Test
    void goesOnWhereItStoodAfterARestart() {
        Backfill moved = store.advance(start(), MARCH_10, NOON.plusSeconds(1)).orElseThrow();

        try (TestDatabase reopened = another()) {
            assertThat(new SqlBackfillStore(reopened.database()).find(Person.ME, "sleep"))
                    .contains(moved)
                    .contains(new Backfill(
                            Person.ME, "sleep", MARCH, MARCH_10, State.RUNNING, null, 2, NOON.plusSeconds(1)));
        }
    }

    @Test
    void letsOneOfManyAdvance() {
        Backfill begun = start();

        long winners = IntStream.range(0, 8)
                .parallel()
                .filter(i -> store.advance(begun, MARCH_10.plusDays(i), NOON).isPresent())
                .count();

        assertThat(winners).isEqualTo(1);
        assertThat(store.find(Person.ME, "sleep").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void holdsWithAReasonAndGoesOn() {
        Backfill held = store.hold(start(), "the budget is used up", NOON).orElseThrow();
        assertThat(held.state()).isEqualTo(State.WAITING);
        assertThat(held.reason()).isEqualTo("the budget is used up");
        assertThat(held.next()).isEqualTo(MARCH.to());

        Backfill running = store.advance(held, MARCH_10, NOON).orElseThrow();
        assertThat(running.reason()).isNull();
    }

    @Test
    void ends() {
        Backfill done = store.finish(start(), NOON).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.isOpen()).isFalse();

        Backfill failed = store.fail(start(), "the account is gone", NOON).orElseThrow();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.reason()).isEqualTo("the account is gone");
        assertThat(failed.isOpen()).isFalse();
    }

    @Test
    void keepsAWorkerOnAReplacedJobFromWriting() {
        Backfill before = start();
        Backfill replaced = start();

        assertThat(store.fail(before, "too late", NOON)).isEmpty();
        assertThat(store.find(Person.ME, "sleep")).contains(replaced);
        assertThat(replaced.version()).isEqualTo(2);
    }

    @Test
    void listsInOrderAndForgetsOnePersonOnly() {
        Backfill mine = start();
        Backfill mineToo = store.start(Person.ME, "activities", MARCH, MARCH.from(), NOON);
        Backfill annas = store.start(ANNA, "sleep", MARCH, MARCH.to(), NOON);
        assertThat(store.list()).containsExactly(annas, mineToo, mine);

        store.deleteAll(Person.ME);

        assertThat(store.list()).containsExactly(annas);
    }

    private Backfill start() {
        return store.start(Person.ME, "sleep", MARCH, MARCH.to(), NOON);
    }
}
