package io.github.fitbitproxy.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fitbitproxy.cache.Flights.Flight;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private final Flights<String, String> flights = new Flights<>();
    private final AtomicInteger begun = new AtomicInteger();

    private CompletableFuture<String> begin(CompletableFuture<String> work) {
        begun.incrementAndGet();
        return work;
    }

    @Test
    void letsEverybodyWhoComesMeanwhileShareOneWork() {
        CompletableFuture<String> work = new CompletableFuture<>();
        List<Flight<String>> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(flights.join("day", () -> begin(work)));
        }
        work.complete("answer");
        assertThat(begun).hasValue(1);
        assertThat(all).allSatisfy(flight -> assertThat(flight.outcome()).isCompletedWithValue("answer"));
        assertThat(all).filteredOn(flight -> !flight.collapsed()).hasSize(1);
    }

    @Test
    void beginsAnewForWhoComesAfterwards() {
        flights.join("day", () -> begin(CompletableFuture.completedFuture("first")));
        Flight<String> second = flights.join("day", () -> begin(CompletableFuture.completedFuture("second")));
        assertThat(second.outcome()).isCompletedWithValue("second");
        assertThat(second.collapsed()).isFalse();
    }

    @Test
    void keepsDifferentKeysApart() {
        CompletableFuture<String> work = new CompletableFuture<>();
        flights.join("one", () -> begin(work));
        flights.join("other", () -> begin(work));
        assertThat(begun).hasValue(2);
    }

    @Test
    void tellsEverybodyOfAFailureAndThenForgetsIt() {
        CompletableFuture<String> work = new CompletableFuture<>();
        Flight<String> leader = flights.join("day", () -> begin(work));
        Flight<String> follower = flights.join("day", () -> begin(work));
        work.completeExceptionally(new IllegalStateException("down"));
        assertThatThrownBy(leader.outcome()::join).hasRootCauseMessage("down");
        assertThatThrownBy(follower.outcome()::join).hasRootCauseMessage("down");
        assertThat(flights.join("day", () -> CompletableFuture.completedFuture("up"))
                        .outcome())
                .isCompletedWithValue("up");
    }

    @Test
    void isNotStuckWhenTheWorkCannotEvenBegin() {
        Flight<String> flight = flights.join("day", () -> {
            throw new IllegalStateException("no thread left");
        });
        assertThat(flight.outcome()).isCompletedExceptionally();
        assertThat(flights.join("day", () -> CompletableFuture.completedFuture("up"))
                        .outcome())
                .isCompletedWithValue("up");
    }
}
