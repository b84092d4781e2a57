package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.CacheStrategy;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Rhythm;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Makes a finished answer of a raw day: clean, settle, write. A pure function of the raw day and the settings. */
@ApplicationScoped
public class Finisher {

    /** A day of which the upstream had nothing to tell yet is asked for again soon. */
    private static final Duration PENDING_LIFETIME = Duration.ofSeconds(5);

    private static final String NO_ETAG = "";

    private final AnswerWriter writer;
    private final Duration lateSyncWindow;
    private final Duration freshness;

    /** Not static: a native executable cannot hold a buffer that was made when it was built. */
    private final Buffer noBody = Buffer.buffer(0);

    Finisher(AnswerWriter writer, ProxyConfig config) {
        this.writer = writer;
        this.lateSyncWindow = config.lateSyncWindow();
        this.freshness = config.freshness();
    }

    /** @throws UpstreamException if the raw day makes no sense */
    <T extends Day<T>> Finished finish(DaySource<T> source, RawDay raw) {
        T clean = source.clean(raw);
        boolean tellsSomething = tellsSomething(clean);
        T settled = settled(source, clean, raw);
        Instant freshUntil = tellsSomething
                ? Settling.freshUntil(raw, settled.status(), lifetime(source))
                : raw.fetchedAt().plus(pendingLifetime(source));
        byte[] json = writer.write(settled);
        return new Finished(Answer.of(json, raw.fetchedAt(), freshUntil), tellsSomething, clean.hasFigures());
    }

    /**
     * The day as it is told, without writing it.
     *
     * @throws UpstreamException if the raw day makes no sense
     */
    <T extends Day<T>> T settle(DaySource<T> source, RawDay raw) {
        return settled(source, source.clean(raw), raw);
    }

    /**
     * Whether the upstream had anything to say, be it that there is nothing.
     *
     * @throws UpstreamException if the raw day makes no sense
     */
    boolean tellsSomething(DaySource<?> source, RawDay raw) {
        return tellsSomething(source.clean(raw));
    }

    /**
     * Whether a stored day of a range is to be asked for again. Judged by clock, sync and parts alone, for cleaning years
     * of days only to leave them as they are would be a waste; so a day that is settled by these is left alone.
     */
    boolean isDue(DaySource<?> source, RawDay raw, RequestDirectives asked, Instant now) {
        DayStatus status = raw.parts().missing().isEmpty() ? byClock(source, raw) : DayStatus.PARTIAL;
        if (status == DayStatus.FINAL) {
            return false;
        }
        Instant freshUntil = Settling.freshUntil(raw, status, lifetime(source));
        Answer answer = new Answer(noBody, NO_ETAG, raw.fetchedAt(), freshUntil);
        return CacheStrategy.decide(answer, now, asked) != CacheStrategy.FRESH;
    }

    /** What comes once a day is not expected any moment, and a part that keeps failing is not worth calls all the time. */
    private Duration pendingLifetime(DaySource<?> source) {
        return source.kind().rhythm() == Rhythm.ALL_DAY ? PENDING_LIFETIME : freshness;
    }

    private Duration lifetime(DaySource<?> source) {
        return source.kind().rhythm().lifetime(freshness);
    }

    private static boolean tellsSomething(Day<?> clean) {
        return clean.status() != DayStatus.PARTIAL || clean.hasFigures();
    }

    private <T extends Day<T>> T settled(DaySource<T> source, T clean, RawDay raw) {
        return clean.withStatus(clean.status().orLessSettled(byClock(source, raw)));
    }

    private DayStatus byClock(DaySource<?> source, RawDay raw) {
        return Settling.status(raw, source.isArchive(), lateSyncWindow);
    }

    /**
     * @param tellsSomething whether the upstream had anything to say, be it that there is nothing
     * @param hasFigures whether there is any figure in it
     */
    record Finished(Answer answer, boolean tellsSomething, boolean hasFigures) {}
}
