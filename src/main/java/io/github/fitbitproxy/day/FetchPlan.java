package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.ToIntFunction;

/** Decides which ranges to ask an upstream for, to get the days that are wanted. Pure. */
final class FetchPlan {

    private FetchPlan() {}

    /**
     * Ranges that together hold every wanted day, newest first: should the calls run out midway, the recent days are there.
     * Neighbours share a range as far as its length allows. Days that are not wanted lie inside a range only where asking
     * for them too takes no more calls than leaving them out.
     *
     * @param longestDays the most days of a range, at least 1
     * @param calls what asking for a range costs
     */
    static List<DateRange> pieces(SortedSet<LocalDate> wanted, int longestDays, ToIntFunction<DateRange> calls) {
        List<DateRange> pieces = new ArrayList<>();
        // All before the last piece are as they stay; the last may still grow towards the past.
        for (DateRange run : runsNewestFirst(wanted)) {
            DateRange rest = run;
            if (!pieces.isEmpty()) {
                int last = pieces.size() - 1;
                DateRange bridged = bridged(pieces.get(last), run, longestDays, calls);
                pieces.set(last, bridged);
                if (!bridged.from().isAfter(run.from())) {
                    continue;
                }
                if (!bridged.from().isAfter(run.to())) {
                    rest = new DateRange(run.from(), bridged.from().minusDays(1));
                }
            }
            cut(rest, longestDays, pieces);
        }
        return pieces;
    }

    /** The piece, grown over the gap into as much of the older run as fits, if that is no dearer. */
    private static DateRange bridged(DateRange piece, DateRange run, int longestDays, ToIntFunction<DateRange> calls) {
        LocalDate earliest = piece.to().minusDays(longestDays - 1L);
        if (earliest.isAfter(run.to())) {
            return piece;
        }
        LocalDate from = earliest.isAfter(run.from()) ? earliest : run.from();
        DateRange bridged = new DateRange(from, piece.to());
        int apart = calls.applyAsInt(piece) + calls.applyAsInt(new DateRange(from, run.to()));
        return calls.applyAsInt(bridged) <= apart ? bridged : piece;
    }

    private static void cut(DateRange run, int longestDays, List<DateRange> pieces) {
        LocalDate to = run.to();
        while (!to.isBefore(run.from())) {
            LocalDate from = to.minusDays(longestDays - 1L);
            pieces.add(new DateRange(from.isBefore(run.from()) ? run.from() : from, to));
            to = from.minusDays(1);
        }
    }

    private static List<DateRange> runsNewestFirst(SortedSet<LocalDate> wanted) {
        List<DateRange> runs = new ArrayList<>();
        for (LocalDate date : wanted) {
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).to().plusDays(1).equals(date)) {
                runs.set(last, new DateRange(runs.get(last).from(), date));
            } else {
                runs.add(DateRange.of(date));
            }
        }
        Collections.reverse(runs);
        return runs;
    }
}
