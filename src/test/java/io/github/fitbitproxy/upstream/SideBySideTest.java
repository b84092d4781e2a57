package io.github.fitbitproxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private final ThreadPoolExecutor executor = (ThreadPoolExecutor) Executors.newFixedThreadPool(8);

    @AfterEach
    void endThreads() {
        executor.shutdownNow();
    }

    @Test
    void givesOutcomesInOrderWithFourAtOnce() {
        CountDownLatch four = new CountDownLatch(4);
        List<Integer> questions = IntStream.range(0, 20).boxed().toList();
        List<Supplier<Integer>> outcomes = new SideBySide(executor).all(questions, question -> {
            four.countDown();
            await(four);
            return question * 2;
        });
        assertThat(outcomes.stream().map(Supplier::get))
                .isEqualTo(questions.stream().map(question -> question * 2).toList());
        // Three beside the caller's own thread.
        assertThat(executor.getTaskCount()).isEqualTo(3);
    }

    @Test
    void letsOneFailByItself() {
        List<Supplier<Integer>> outcomes = new SideBySide(executor).all(List.of(1, 0, 2), question -> 10 / question);
        assertThat(outcomes.get(0).get()).isEqualTo(10);
        assertThatThrownBy(outcomes.get(1)::get).isInstanceOf(ArithmeticException.class);
        assertThat(outcomes.get(2).get()).isEqualTo(5);
    }

    @Test
    void getsEverythingDoneWithoutASpareThread() throws InterruptedException {
        ExecutorService busy = Executors.newFixedThreadPool(1);
        CountDownLatch done = new CountDownLatch(1);
        try {
            busy.execute(() -> await(done));
            assertThat(new SideBySide(busy).all(List.of(1, 2, 3, 4, 5), question -> question))
                    .extracting(Supplier::get)
                    .containsExactly(1, 2, 3, 4, 5);
        } finally {
            done.countDown();
            busy.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
