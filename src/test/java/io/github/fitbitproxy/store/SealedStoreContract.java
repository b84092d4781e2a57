package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.oauth.SealedStore;
import io.github.fitbitproxy.oauth.SealedStore.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SealedStoreContract extends StoreContract {

    private SealedStore store;

    SealedStoreContract(Dialect dialect) {
        super(dialect);
    }

    @BeforeEach
    void openStore() {
        store = new SqlSealedStore(database.database());
    }

    @Test
    void beginsAtVersionOneAndCounts() {
        Entry first = replace("me", 0, "a").orElseThrow();
        assertThat(first.version()).isEqualTo(1);

        Entry second = store.compareAndReplace("grant", "me", 1, "b".getBytes(UTF_8), NOON.plusNanos(1_234_567))
                .orElseThrow();

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.writtenAt()).isEqualTo(NOON.plusMillis(1));
        assertThat(store.find("grant", "me").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(second);
    }

    @Test
    void refusesWhoeverReadAnotherVersion() {
        assertThat(replace("me", 1, "too early")).isEmpty();
        replace("me", 0, "a");
        assertThat(replace("me", 0, "again from nothing")).isEmpty();
        replace("me", 1, "b");
        assertThat(replace("me", 1, "too late")).isEmpty();

        assertThat(content("me")).isEqualTo("b");
    }

    @Test
    void letsOneOfManyBegin() {
        long winners = IntStream.range(0, 16)
                .parallel()
                .filter(i -> replace("me", 0, "from " + i).isPresent())
                .count();

        assertThat(winners).isEqualTo(1);
        assertThat(store.find("grant", "me").orElseThrow().version()).isEqualTo(1);
    }

    /** Each adds one to a number that it read: were an update lost, the sum would be short. */
    @Test
    void losesNoUpdateOfTwoReplicas() throws Exception {
        replace("sum", 0, "0");
        try (TestDatabase other = another()) {
            List<SealedStore> replicas = List.of(store, new SqlSealedStore(other.database()));

            Concurrently.run(8, thread -> {
                SealedStore replica = replicas.get(thread % 2);
                for (int added = 0; added < 25; ) {
                    Entry read = replica.find("grant", "sum").orElseThrow();
                    int sum = Integer.parseInt(new String(read.sealed(), UTF_8));
                    byte[] next = String.valueOf(sum + 1).getBytes(UTF_8);
                    added += replica.compareAndReplace("grant", "sum", read.version(), next, NOON)
                                    .isPresent()
                            ? 1
                            : 0;
                }
            });
        }

        assertThat(content("sum")).isEqualTo("200");
        assertThat(store.find("grant", "sum").orElseThrow().version()).isEqualTo(201);
    }

    @Test
    void listsAGroupInOrderOfName() {
        for (String name : List.of("me", "B", "a-b", "ab", "a", "ä")) {
            replace(name, 0, name);
        }
        store.compareAndReplace("begun", "other", 0, new byte[0], NOON);

        assertThat(store.list("grant")).extracting(Entry::name).containsExactly("B", "a", "a-b", "ab", "me", "ä");
        assertThat(store.list("nobody's")).isEmpty();
    }

    @Test
    void forgetsOneEntry() {
        replace("me", 0, "a");
        replace("anna", 0, "a");

        store.delete("grant", "me");
        store.delete("grant", "nobody");
        store.delete("begun", "anna");

        assertThat(store.list("grant")).extracting(Entry::name).containsExactly("anna");
        assertThat(replace("me", 0, "anew").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void forgetsOldEntriesOfOneGroup() {
        store.compareAndReplace("begun", "old", 0, new byte[0], NOON.minusSeconds(1));
        store.compareAndReplace("begun", "new", 0, new byte[0], NOON);
        store.compareAndReplace("grant", "old", 0, new byte[0], NOON.minusSeconds(1));

        store.deleteOlder("begun", NOON);

        assertThat(store.list("begun")).extracting(Entry::name).containsExactly("new");
        assertThat(store.list("grant")).hasSize(1);
    }

    private Optional<Entry> replace(String name, long expectedVersion, String content) {
        return store.compareAndReplace("grant", name, expectedVersion, content.getBytes(UTF_8), NOON);
    }

    private String content(String name) {
        return new String(store.find("grant", name).orElseThrow().sealed(), UTF_8);
    }
}
