package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.Answers;
import io.github.fitbitproxy.cache.CacheStrategy;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.upstream.DayKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers that are fresh and in memory. Never blocks, so it may be asked on the event loop. */
@ApplicationScoped
public class FreshDays {

    private final Whereabouts whereabouts;
    private final Answers answers;

    FreshDays(Whereabouts whereabouts, Answers answers) {
        this.whereabouts = whereabouts;
        this.answers = answers;
    }

    /** A fresh answer that needs no looking up and no asking, else {@code null}. */
    public @Nullable Answer find(
            @Nullable String person, String kind, DayWord date, RequestDirectives directives, Instant now) {
        DayKey key = whereabouts.recall(person, kind, date, now);
        Answer answer = key == null ? null : answers.get(key);
        return answer != null && CacheStrategy.decide(answer, now, directives) == CacheStrategy.FRESH ? answer : null;
    }
}
