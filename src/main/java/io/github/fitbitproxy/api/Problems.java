package io.github.fitbitproxy.api;

import io.github.fitbitproxy.day.Absence;
import io.github.fitbitproxy.day.Refusal;
import io.github.fitbitproxy.day.Refusal.BadRange;
import io.github.fitbitproxy.day.Refusal.FutureDate;
import io.github.fitbitproxy.day.Refusal.UnknownPerson;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.NotConnected;
import io.github.fitbitproxy.upstream.UpstreamFailure.RateLimited;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unauthorised;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unreadable;
import java.time.Duration;
import java.time.Instant;

/** Says failures in the public terms. Pure. */
public final class Problems {

    private static final Duration TRY_AGAIN_SOON = Duration.ofSeconds(30);
    private static final Duration TRY_AGAIN_LATER = Duration.ofHours(1);

    private Problems() {}

    /** The problem that a failing upstream means for a client. */
    public static Problem of(UpstreamFailure failure, Instant now) {
        if (failure instanceof NotConnected) {
            return new Problem(
                    "not-connected",
                    "No account is connected",
                    503,
                    "Nobody has connected this person's account yet. See /setup on this service.");
        }
        if (failure instanceof Unauthorised) {
            return new Problem(
                    "reauthorisation-required",
                    "The account has to be connected again",
                    503,
                    failure.reason() + " Connect the account again at /setup.");
        }
        if (failure instanceof RateLimited limited) {
            return new Problem(
                    "budget-exhausted",
                    "No calls are left for now",
                    503,
                    failure.reason() + " What is stored is still answered.",
                    limited.retryAt());
        }
        if (failure instanceof Unreadable) {
            return new Problem(
                    "upstream-unreadable",
                    "The cloud's answer makes no sense",
                    502,
                    failure.reason(),
                    now.plus(TRY_AGAIN_SOON));
        }
        Instant retryAt = failure instanceof Unavailable unavailable && unavailable.retryAt() != null
                ? unavailable.retryAt()
                : now.plus(failure instanceof Unavailable ? TRY_AGAIN_SOON : TRY_AGAIN_LATER);
        return new Problem("upstream-unavailable", "The cloud does not tell", 503, failure.reason(), retryAt);
    }

    /** The problem that a refused question means for a client. */
    public static Problem of(Refusal refusal) {
        if (refusal instanceof UnknownPerson) {
            return new Problem(
                    "unknown-person",
                    "Nobody has that name here",
                    404,
                    "The name after person= belongs to nobody who is connected. GET /status lists everybody.");
        }
        if (refusal instanceof FutureDate future) {
            return new Problem(
                    "future-date",
                    "That day has not begun",
                    404,
                    future.date() + " lies in the wearer's future: there it is " + future.today() + " now.");
        }
        if (refusal instanceof BadRange bad) {
            return badRange(
                    bad.fault() == BadRange.Fault.BACKWARDS
                            ? "The range begins after its end: from= must not be later than to=."
                            : "The range is too long: ask for " + bad.mostDays() + " days at most.");
        }
        return new Problem(
                "not-stored",
                "Nothing is stored for that day",
                504,
                "The request says only-if-cached, and nothing is stored. Leave that out to have the cloud asked.");
    }

    /**
     * The problem of a parameter with a value that makes no sense.
     *
     * @param expected which parameter, and what it should be, as a sentence
     */
    static Problem badParameter(String expected) {
        return new Problem("bad-parameter", "That is no value for a parameter", 400, expected);
    }

    /** The problem of a date that is none. */
    static Problem badDate() {
        return new Problem(
                "bad-date",
                "That is not a day",
                400,
                "Write the day as yyyy-MM-dd (such as 2026-11-21), or say today or yesterday.");
    }

    /** The problem of a range of which an end is missing or is no day. */
    static Problem badEnds() {
        return badRange("Give both ends, from= and to=, as yyyy-MM-dd (such as 2026-11-21), today or yesterday.");
    }

    /** The problem of a range that is none. */
    static Problem badRange(String detail) {
        return new Problem("bad-range", "That is not a range", 400, detail);
    }

    /** The short word for a day that is missing from a range. */
    static String word(Absence why, Instant now) {
        if (why instanceof Absence.Failed failed) {
            return of(failed.failure(), now).type();
        }
        if (why instanceof Absence.Future) {
            return "future-date";
        }
        if (why instanceof Absence.NotStored) {
            return "not-stored";
        }
        return why instanceof Absence.NotFetched ? "not-fetched" : "store-unavailable";
    }
}
