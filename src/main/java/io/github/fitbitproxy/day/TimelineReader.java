package io.github.fitbitproxy.day;

import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepTimeline;
import io.github.fitbitproxy.sleep.SleepRecordings;
import io.github.fitbitproxy.sleep.TimelineAssembly;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.Sources;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Reads the course of a night. It is no second way of fetching: the day is read first, as {@link DayReader} does, which brings
 * the store up to date; then the same stored day is told segment by segment.
 */
@ApplicationScoped
public class TimelineReader {

    private static final String SLEEP = SleepDay.KIND.name();

    private final Whereabouts whereabouts;
    private final DayReader days;
    private final BestDays stored;
    private final Sources sources;
    private final TimelineWriter writer;
    private final Duration lateSyncWindow;
    private final ExecutorService executor;

    TimelineReader(
            Whereabouts whereabouts,
            DayReader days,
            BestDays stored,
            Sources sources,
            TimelineWriter writer,
            ProxyConfig config,
            ExecutorService executor) {
        this.whereabouts = whereabouts;
        this.days = days;
        this.stored = stored;
        this.sources = sources;
        this.writer = writer;
        this.lateSyncWindow = config.lateSyncWindow();
        this.executor = executor;
    }

    /**
     * Reads the course of the sleeps of a day.
     *
     * @param person what {@code person=} says, or {@code null}
     * @return the reading, as old and as fresh as the day's; fails with {@link Refusal.RefusalException} or
     *     {@link UpstreamException}
     */
    public Uni<Reading> read(@Nullable String person, DayWord word, RequestDirectives directives) {
        return Uni.createFrom()
                .item(() -> whereabouts.find(person, SLEEP, word).key())
                .runSubscriptionOn(executor)
                // By its date from here on: "today" may be another day a moment later.
                .chain(key -> days.read(person, SLEEP, new DayWord(key.date(), 0), directives)
                        .emitOn(executor)
                        .map(reading -> reading.with(timeline(key, reading.answer()))));
    }

    private Answer timeline(DayKey key, Answer day) {
        RawDay raw = stored.find(key).orElse(null);
        // A day that is still being computed is answered, but not stored.
        Instant fetchedAt = raw == null ? day.fetchedAt() : raw.fetchedAt();
        SleepRecordings recordings = raw == null ? SleepRecordings.UNKNOWN : sources.recordings(raw);
        DayStatus byClock = raw == null
                ? DayStatus.PARTIAL
                : Settling.status(raw, sources.archives().contains(raw.key().upstream()), lateSyncWindow);
        SleepTimeline timeline = TimelineAssembly.assemble(
                key.date(), recordings, raw == null ? key.upstream() : raw.key().upstream(), fetchedAt);
        byte[] json = writer.write(timeline.withStatus(timeline.status().orLessSettled(byClock)));
        return Answer.of(json, fetchedAt, day.freshUntil());
    }
}
