package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.fault.BrokenAnswers;
import io.github.fitbitproxy.simulator.fault.CallCounts;
import io.github.fitbitproxy.simulator.fault.Delivery;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.fault.FaultSwitches;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads a call past the fault switches to the cloud that answers it. */
final class Switchboard {

    /** RFC 9110 §5.6.7; the JDK's own RFC 1123 format leaves out the zero of a one-digit day. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Set<String> GRANT_TYPES = Set.of("authorization_code", "refresh_token");

    private final Cloud fitbit;
    private final Cloud google;
    private final FaultSwitches faults;
    private final CallCounts calls;
    private final ControlPanel controls;

    Switchboard(Cloud fitbit, Cloud google, FaultSwitches faults, CallCounts calls, ControlPanel controls) {
        this.fitbit = fitbit;
        this.google = google;
        this.faults = faults;
        this.calls = calls;
        this.controls = controls;
    }

    Delivery answer(Call call, Instant now) {
        if (call.path().equals(ControlPanel.PATH) || call.path().startsWith(ControlPanel.PATH + "/")) {
            return Delivery.whole(controls.answer(call));
        }
        calls.count(call.path() + grantType(call));
        Cloud cloud = call.path().startsWith(GoogleCloud.PREFIX + "/") ? google : fitbit;
        Caller caller = cloud.caller(call);
        @Nullable FaultRule fault = faults.take(caller.path(), caller.owner()).orElse(null);
        Instant told = fault != null && fault.fault() == Fault.CLOCK_OFF ? now.plusSeconds(fault.seconds()) : now;
        Delivery delivery = delivery(cloud, call, caller, fault, told);
        Answer dated = delivery.answer().with("Date", HTTP_DATE.format(told));
        return new Delivery(dated, delivery.delayMillis(), delivery.manner());
    }

    private static Delivery delivery(Cloud cloud, Call call, Caller caller, @Nullable FaultRule fault, Instant now) {
        if (fault == null) {
            return Delivery.whole(cloud.answer(call, caller, null, now));
        }
        if (fault.fault() == Fault.EXPIRED_TOKEN) {
            cloud.expire(caller);
        } else if (fault.fault() == Fault.REVOKED_GRANT) {
            cloud.revoke(caller);
        }
        return BrokenAnswers.of(fault, cloud.refusals(call, caller, now), () -> cloud.answer(call, caller, fault, now));
    }

    /** Token calls are counted apart by what they ask for. */
    private static String grantType(Call call) {
        return call.formValue("grant_type")
                .filter(GRANT_TYPES::contains)
                .map(type -> "?grant_type=" + type)
                .orElse("");
    }
}
