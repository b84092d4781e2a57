package io.github.fitbitproxy.sleep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The course of a night: its segments with the short wakes laid over them. */
final class Hypnogram {

    private static final Comparator<Segment> BY_TIME =
            Comparator.comparing(Segment::from).thenComparing(Segment::seconds).thenComparing(Segment::level);

    private Hypnogram() {}

    /**
     * Lays short wakes over segments. A wake replaces the seconds that it covers and adds none, so what lies outside the
     * segments is ignored. Neither list has to be in order or free of overlaps; where two segments claim the same second,
     * the one that began earlier has it.
     *
     * @return oldest first, without overlaps, neighbours of one level joined; gaps are left where there were gaps
     */
    static List<Segment> overlay(List<Segment> segments, List<ShortWake> shortWakes) {
        List<ShortWake> wakes = shortWakes.stream()
                .sorted(Comparator.comparing(ShortWake::from))
                .toList();
        List<Segment> laid = new ArrayList<>();
        long cursor = Long.MIN_VALUE;
        for (Segment segment : segments.stream().sorted(BY_TIME).toList()) {
            cursor = Math.max(cursor, segment.from());
            for (ShortWake wake : wakes) {
                long from = Math.max(wake.from(), cursor);
                long to = Math.min(wake.to(), segment.to());
                if (from < to) {
                    append(laid, segment, segment.level(), cursor, from);
                    append(laid, segment, segment.level().awake(), from, to);
                    cursor = to;
                }
            }
            append(laid, segment, segment.level(), cursor, segment.to());
            cursor = Math.max(cursor, segment.to());
        }
        return List.copyOf(laid);
    }

    private static void append(List<Segment> laid, Segment whole, Level level, long from, long to) {
        if (from >= to) {
            return;
        }
        Segment last = laid.isEmpty() ? null : laid.get(laid.size() - 1);
        if (last != null && last.level() == level && last.to() == from) {
            laid.set(laid.size() - 1, new Segment(level, last.start(), to - last.from()));
        } else {
            laid.add(new Segment(level, whole.start().plusSeconds(from - whole.from()), to - from));
        }
    }
}
