package io.github.fitbitproxy.simulator.wearer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the device recorded of the sleeps that were planned. */
final class SleepDiary {

    private static final int STAGES_FROM_MINUTES = 180;

    private final long seed;
    private final Wearer wearer;
    private final SleepPlan plan;

    SleepDiary(long seed, Wearer wearer, SleepPlan plan) {
        this.seed = seed;
        this.wearer = wearer;
        this.plan = plan;
    }

    /** In order of time; the longest is the main sleep. */
    List<SleepLog> logs(LocalDate date) {
        List<SleepLog> logs = new ArrayList<>();
        List<PlannedSleep> planned = plan.of(date);
        for (int i = 0; i < planned.size(); i++) {
            logs.add(record(planned.get(i), date, i));
        }
        logs.stream()
                .max(Comparator.comparingInt(SleepLog::minutesInBed))
                .ifPresent(longest -> logs.set(logs.indexOf(longest), longest.asMainSleep()));
        return logs;
    }

    private SleepLog record(PlannedSleep sleep, LocalDate date, int index) {
        Dice dice = Dice.of(seed, wearer.number(), date.toEpochDay(), "log " + index);
        int span = sleep.spanSeconds();
        int minutes = span / 60;
        boolean heartRateMissing = !sleep.nap() && dice.chance(0.03);
        int infoCode = !wearer.tracker().stages() ? 0 : minutes < STAGES_FROM_MINUTES ? 2 : heartRateMissing ? 1 : 0;
        boolean stages = wearer.tracker().stages() && infoCode == 0;
        List<Segment> segments = stages ? Hypnogram.stages(span, dice) : Hypnogram.classic(minutes, dice);
        boolean measuresLatency = !wearer.tracker().stages() && dice.chance(0.5);
        LocalDateTime start = sleep.start().toLocalDateTime();
        return new SleepLog(
                sleep.start().toEpochSecond() * 100 + wearer.number() * 10L + index,
                date,
                start,
                start.plusSeconds(span),
                sleep.start().toInstant(),
                sleep.start().toInstant().plusSeconds(span),
                sleep.start().getZone(),
                minutes,
                false,
                stages,
                sleep.nap() && !wearer.tracker().stages() && dice.chance(0.2),
                infoCode,
                measuresLatency ? wakefulMinutes(segments.get(0)) : 0,
                measuresLatency && segments.size() > 1 ? wakefulMinutes(segments.get(segments.size() - 1)) : 0,
                List.copyOf(segments),
                stages ? List.copyOf(Hypnogram.shortWakes(segments, dice)) : List.of());
    }

    private static int wakefulMinutes(Segment segment) {
        return segment.level() == Level.ASLEEP ? 0 : segment.seconds() / 60;
    }
}
