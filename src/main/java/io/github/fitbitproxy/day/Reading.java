package io.github.fitbitproxy.day;

import io.github.fitbitproxy.budget.CallBudget;
import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and how it came about.
 *
 * @param failure why a stale answer stands in for a new one; {@code null} otherwise
 * @param budget what the upstream said it still allows; {@code null} if it was not asked or did not say
 */
public record Reading(
        Answer answer,
        Way way,
        @Nullable UpstreamFailure failure,
        @Nullable CallBudget budget) {

    public Reading(Answer answer, Way way, @Nullable UpstreamFailure failure) {
        this(answer, way, failure, null);
    }

    public Reading(Answer answer, Way way) {
        this(answer, way, null);
    }

    /** Another answer of the same stored day, which came about the same way. */
    Reading with(Answer other) {
        return new Reading(other, way, failure, budget);
    }

    /** The same, with what is left where the upstream was asked. */
    Reading withBudget(@Nullable CallBudget told) {
        boolean asked = switch (way) {
            case HIT, STALE_REVALIDATING -> false;
            case STALE_ON_ERROR -> failure != null;
            default -> true;
        };
        return asked ? new Reading(answer, way, failure, told) : this;
    }

    /** The same answer, for a request that waited for somebody else's. */
    public Reading collapsed() {
        return switch (way) {
            case MISS -> new Reading(answer, Way.COLLAPSED_MISS, failure, budget);
            case REVALIDATED -> new Reading(answer, Way.COLLAPSED_REVALIDATED, failure, budget);
            default -> this;
        };
    }

    /** How an answer came about, in the terms of RFC 9211. */
    public enum Way {
        /** Stored and fresh. */
        HIT,
        /** Stored and stale; the upstream is being asked behind the client's back. */
        STALE_REVALIDATING,
        /** Stored and stale; the upstream could not be asked. */
        STALE_ON_ERROR,
        /** Nothing was stored; the upstream was asked. */
        MISS,
        /** What was stored was stale or not wanted; the upstream was asked. */
        REVALIDATED,
        /** Like {@link #MISS}, with another request's call. */
        COLLAPSED_MISS,
        /** Like {@link #REVALIDATED}, with another request's call. */
        COLLAPSED_REVALIDATED
    }
}
