package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.fault.Refusals;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One vendor's side of the wire. */
interface Cloud {

    Caller caller(Call call);

    /** The right answer. @param fault what to do otherwise on the way to it, or null */
    Answer answer(Call call, Caller caller, @Nullable FaultRule fault, Instant now);

    Refusals refusals(Call call, Caller caller, Instant now);

    /** Ends the access token that is called with. */
    void expire(Caller caller);

    /** Ends the grant that is called with. */
    void revoke(Caller caller);

    /** Takes back every early end. */
    void forgive();
}
