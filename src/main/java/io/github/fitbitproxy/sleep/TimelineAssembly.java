package io.github.fitbitproxy.sleep;

import io.github.fitbitproxy.model.SleepTimeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Makes the course of a day's sleeps of what was recorded: the same sleeps as {@link SleepAssembly} puts into the day. */
public final class TimelineAssembly {

    private TimelineAssembly() {}

    /** The timeline, as settled as {@link SleepAssembly#assemble} says of the same recordings. */
    public static SleepTimeline assemble(
            LocalDate date, SleepRecordings recordings, String upstream, Instant fetchedAt) {
        List<DaySleep> sleeps = SleepAssembly.sleepsOf(date, recordings.sleeps());
        return new SleepTimeline(
                date,
                SleepAssembly.status(recordings, sleeps),
                sleeps.stream().map(TimelineAssembly::log).toList(),
                upstream,
                fetchedAt);
    }

    private static SleepTimeline.Log log(DaySleep sleep) {
        RecordedSleep recorded = sleep.recorded();
        List<SleepTimeline.Segment> segments = recorded.hypnogram().stream()
                .map(segment -> new SleepTimeline.Segment(
                        segment.start(), segment.seconds(), segment.level().toString()))
                .toList();
        return new SleepTimeline.Log(recorded.id(), sleep.mainSleep(), recorded.type(), segments);
    }
}
