package io.github.fitbitproxy.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes calls side by side, a few at a time. */
@ApplicationScoped
public class SideBySide {

    private static final int AT_ONCE = 4;

    private final ExecutorService executor;

    SideBySide(ExecutorService executor) {
        this.executor = executor;
    }

    /**
     * Makes a call for each question, blocking until all have ended. The caller's own thread works too, so that all get done
     * even while the executor has no thread to spare.
     *
     * @return the outcomes in order: each gives the answer, or throws what the call threw
     */
    public <Q, A> List<Supplier<A>> all(List<Q> questions, Function<Q, A> call) {
        List<CompletableFuture<A>> answers = Stream.generate(() -> new CompletableFuture<A>())
                .limit(questions.size())
                .toList();
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < questions.size(); i = next.getAndIncrement()) {
                answer(answers.get(i), questions.get(i), call);
            }
        };
        for (int others = Math.min(AT_ONCE, questions.size()) - 1; others > 0; others--) {
            executor.execute(worker);
        }
        worker.run();
        return answers.stream()
                .<Supplier<A>>map(answer -> () -> outcome(answer))
                .toList();
    }

    private static <Q, A> void answer(CompletableFuture<A> answer, Q question, Function<Q, A> call) {
        try {
            answer.complete(call.apply(question));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private static <A> A outcome(CompletableFuture<A> answer) throws UpstreamException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
