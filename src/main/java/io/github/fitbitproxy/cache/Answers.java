package io.github.fitbitproxy.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finished answers in memory, fresh and stale, bounded by their size. Never blocks. */
@ApplicationScoped
public class Answers {

    /** About ten years of one person's days; a Pi has little memory. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int OVERHEAD_BYTES = 200;

    /** An answer that is ahead by more than this was not fetched later: the clock was wrong when it was. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private final Cache<Object, Answer> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Object key, Answer answer) -> answer.body().length() + OVERHEAD_BYTES)
            .build();

    public @Nullable Answer get(Object key) {
        return cache.getIfPresent(key);
    }

    /** Keeps an answer, unless one that was fetched later, as far as the clock can be believed, is there. */
    public void put(Object key, Answer answer) {
        cache.asMap().merge(key, answer, (old, fresh) -> isLater(old, fresh) ? old : fresh);
    }

    private static boolean isLater(Answer old, Answer fresh) {
        return old.fetchedAt().isAfter(fresh.fetchedAt())
                && !old.fetchedAt().isAfter(fresh.fetchedAt().plus(CLOCK_TOLERANCE));
    }

    public void forget(Object key) {
        cache.invalidate(key);
    }

    public void forgetAll() {
        cache.invalidateAll();
    }
}
