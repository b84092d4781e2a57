package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Fetches what one request lacks of a range, piece by piece, newest first. For one thread; blocks. */
final class RangeFetch {

    private static final Logger LOG = Logger.getLogger(RangeFetch.class);

    /** What one request may cost the upstream: a fifth of what the Fitbit Web API allows in an hour. */
    static final int MOST_CALLS = 30;

    private final RangePieces pieces;
    private final RangeQuestion question;
    private final Deque<DateRange> due = new ArrayDeque<>();
    private final Map<LocalDate, Absence> absences = new HashMap<>();
    private final Map<LocalDate, RawDay> unstored = new HashMap<>();
    private boolean planned;
    private int callsSpent;
    private @Nullable UpstreamFailure failure;
    /** Why the days have not been asked for that have not been asked for. */
    private Absence otherwise = new Absence.NotFetched();

    RangeFetch(RangePieces pieces, RangeQuestion question) {
        this.pieces = pieces;
        this.question = question;
    }

    /** Fetches the next piece; {@code false} if there is none. */
    boolean next() {
        try {
            if (!planned) {
                planned = true;
                plan();
            }
            DateRange piece = affordable();
            if (piece == null) {
                return false;
            }
            fetch(piece);
            return true;
        } catch (UncheckedIOException e) {
            LOG.warnf("%s: the store cannot be read. %s", question, e.getMessage());
            stop(new Absence.StoreFailed());
            return false;
        }
    }

    /** The last failure; {@code null} as long as all went well. */
    @Nullable
    UpstreamFailure failure() {
        return failure;
    }

    /** A day that came, but is not in the store; {@code null} if there is none. */
    @Nullable
    RawDay unstored(LocalDate date) {
        return unstored.get(date);
    }

    /** Why a day that is neither stored nor came is missing. */
    Absence absence(LocalDate date) {
        return absences.getOrDefault(date, otherwise);
    }

    private void plan() {
        if (question.directives().onlyIfCached() || question.whose().source().isArchive()) {
            otherwise = new Absence.NotStored();
            return;
        }
        SortedSet<LocalDate> wanted = pieces.due(question).dates();
        DaySource<?> source = question.whose().source();
        due.addAll(FetchPlan.pieces(wanted, source.longestFetchDays(), source::calls));
    }

    /** The next piece. The first is always affordable, whatever it costs. */
    private @Nullable DateRange affordable() {
        DateRange piece = due.peek();
        if (piece == null) {
            return null;
        }
        int calls = question.whose().source().calls(piece);
        if (callsSpent > 0 && callsSpent + calls > MOST_CALLS) {
            due.clear();
            return null;
        }
        callsSpent += calls;
        return due.remove();
    }

    private void fetch(DateRange piece) {
        try {
            RangePieces.Fetched fetched = pieces.fetch(question.of(piece));
            absences.putAll(fetched.absences());
            unstored.putAll(fetched.unstored());
            if (fetched.storeFailed()) {
                // What cannot be stored would have to be held in memory: no more of it.
                due.clear();
            }
        } catch (UpstreamException e) {
            failure = e.failure();
            Absence failed = new Absence.Failed(failure);
            if (failure instanceof Unreadable) {
                piece.stream().forEach(date -> absences.put(date, failed));
            } else {
                stop(failed);
            }
        }
    }

    private void stop(Absence why) {
        due.clear();
        otherwise = why;
    }
}
