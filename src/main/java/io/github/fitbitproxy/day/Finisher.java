package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Makes a finished answer of a raw day: clean, settle, write. A pure function of the raw day and the settings. */
@ApplicationScoped
public class Finisher {

    /** A day of which the upstream had nothing to tell yet is asked for again soon. */
    private static final Duration PENDING_LIFETIME = Duration.ofSeconds(5);

    private final AnswerWriter writer;
    private final Duration lateSyncWindow;
    private final Duration freshness;

    Finisher(AnswerWriter writer, ProxyConfig config) {
        this.writer = writer;
        this.lateSyncWindow = config.lateSyncWindow();
        this.freshness = config.freshness();
    }

    /** @throws UpstreamException if the raw day makes no sense */
    <T extends Day<T>> Finished finish(DaySource<T> source, RawDay raw) {
        T clean = source.clean(raw);
        boolean complete = clean.status() != DayStatus.PARTIAL;
        boolean tellsSomething = complete || clean.hasFigures();
        DayStatus status = clean.status().orLessSettled(Settling.status(raw, lateSyncWindow));
        Instant freshUntil = tellsSomething
                ? Settling.freshUntil(raw, status, freshness)
                : raw.fetchedAt().plus(PENDING_LIFETIME);
        byte[] json = writer.write(clean.withStatus(status));
        return new Finished(Answer.of(json, raw.fetchedAt(), freshUntil), tellsSomething);
    }

    /**
     * @param tellsSomething whether the upstream had anything to say, be it that there is nothing
     */
    record Finished(Answer answer, boolean tellsSomething) {}
}
