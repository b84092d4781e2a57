package io.github.fitbitproxy.simulator.fault;

import io.github.fitbitproxy.simulator.http.Answer;

/** How a vendor words each failure that can be switched on, for one call. */
public interface Refusals {

    /** 401, the signature or token is refused. */
    Answer unauthorised();

    /** The same after the person took the permission back. */
    Answer revoked();

    /** 403, one kind of data is not allowed. */
    Answer forbidden();

    /** The same where the vendor is known to leave out why. */
    default Answer forbiddenWithoutReason() {
        return forbidden();
    }

    /** 429 that says rightly when to come back. */
    Answer rateLimited();

    /** 429 that says nothing of it. */
    Answer rateLimitedWithoutHeaders();

    Answer brokenInside();

    Answer unavailable();

    Answer tooLate();

    /** 410, after the service was switched off. */
    Answer gone();

    /** The token endpoint's word for a grant that has ended. */
    Answer invalidGrant();

    /** The token endpoint's word for an app that is not who it says. */
    Answer invalidClient();
}
