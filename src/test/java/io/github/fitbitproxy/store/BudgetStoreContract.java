package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.budget.BudgetStore;
import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.model.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class BudgetStoreContract extends StoreContract {

    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final Instant TWO = NOON.plusSeconds(7200);

    private BudgetStore store;

    BudgetStoreContract(Dialect dialect) {
        super(dialect);
    }

    @BeforeEach
    void openStore() {
        store = new SqlBudgetStore(database.database());
    }

    @Test
    void findsWhatWasTold() {
        CallBudget budget = new CallBudget(150, 149, ONE, NOON);
        save(budget);

        assertThat(found()).isEqualTo(budget);
        assertThat(store.find(Person.ME, "google-health")).isEmpty();
        assertThat(store.find(new Person("anna"), "fitbit")).isEmpty();
    }

    @Test
    void believesWhatWasToldLastOfAnotherWindow() {
        save(new CallBudget(150, 3, ONE, NOON));
        save(new CallBudget(200, 199, TWO, NOON.plusSeconds(1)));
        assertThat(found()).isEqualTo(new CallBudget(200, 199, TWO, NOON.plusSeconds(1)));

        save(new CallBudget(150, 2, ONE, NOON));
        assertThat(found()).isEqualTo(new CallBudget(200, 199, TWO, NOON.plusSeconds(1)));
    }

    @Test
    void keepsTheLowestCountOfAWindowInWhateverOrderAnswersCome() {
        List<CallBudget> told = new ArrayList<>(IntStream.range(0, 6)
                .mapToObj(i -> new CallBudget(150 + i, 100 - i, ONE, NOON.plusSeconds(i)))
                .toList());
        told.add(new CallBudget(156, 120, ONE, NOON.plusSeconds(6)));
        Random random = new Random(4711);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(told, random);
            told.forEach(this::save);

            assertThat(found())
                    .as("in the order %s", told)
                    .isEqualTo(new CallBudget(156, 95, ONE, NOON.plusSeconds(6)));
            database.clear();
        }
    }

    @Test
    void forgetsOnePersonOnly() {
        save(new CallBudget(150, 149, ONE, NOON));
        store.save(new Person("anna"), "fitbit", new CallBudget(150, 1, ONE, NOON));

        store.deleteAll(Person.ME);

        assertThat(store.find(Person.ME, "fitbit")).isEmpty();
        assertThat(store.find(new Person("anna"), "fitbit")).isPresent();
    }

    private void save(CallBudget budget) {
        store.save(Person.ME, "fitbit", budget);
    }

    private CallBudget found() {
        return store.find(Person.ME, "fitbit").orElseThrow();
    }
}
