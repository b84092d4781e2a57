package io.github.fitbitproxy.simulator;

import io.github.fitbitproxy.simulator.fault.BrokenAnswers;
import io.github.fitbitproxy.simulator.fault.CallCounts;
import io.github.fitbitproxy.simulator.fault.Delivery;
import io.github.fitbitproxy.simulator.fault.Fault;
import io.github.fitbitproxy.simulator.fault.FaultRule;
import io.github.fitbitproxy.simulator.fault.FaultSwitches;
import io.github.fitbitproxy.simulator.fitbit.FitbitApi;
import io.github.fitbitproxy.simulator.fitbit.RateLimit;
import io.github.fitbitproxy.simulator.http.Answer;
import io.github.fitbitproxy.simulator.http.Call;
import io.github.fitbitproxy.simulator.oauth1.AuthorizationHeader;
import io.github.fitbitproxy.simulator.oauth1.OAuthProblem;
import io.github.fitbitproxy.simulator.oauth1.OAuthProvider;
import io.github.fitbitproxy.simulator.oauth1.TokenCredentials;
import io.github.fitbitproxy.simulator.oauth1.TokenIssuer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leads a call past the fault switches to the part that answers it. */
final class Switchboard {

    /** What stands behind the signatures. */
    interface Resources {

        /** @param path without a query, the wearer written as {@code -} */
        Answer answer(Call call, String path, String owner, Instant now);
    }

    /** RFC 9110 §5.6.7; the JDK's own RFC 1123 format leaves out the zero of a one-digit day. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Pattern USER = Pattern.compile("(/[0-9.]+/user/)([^/]+)(/.*)");

    private final OAuthProvider oauth;
    private final TokenIssuer tokens;
    private final RateLimit rateLimit;
    private final Resources resources;
    private final FaultSwitches faults;
    private final CallCounts calls;
    private final ControlPanel controls;

    Switchboard(
            OAuthProvider oauth,
            TokenIssuer tokens,
            RateLimit rateLimit,
            Resources resources,
            FaultSwitches faults,
            CallCounts calls,
            ControlPanel controls) {
        this.oauth = oauth;
        this.tokens = tokens;
        this.rateLimit = rateLimit;
        this.resources = resources;
        this.faults = faults;
        this.calls = calls;
        this.controls = controls;
    }

    Delivery answer(Call call, Instant now) {
        if (call.path().equals(ControlPanel.PATH) || call.path().startsWith(ControlPanel.PATH + "/")) {
            return Delivery.whole(controls.answer(call));
        }
        calls.count(call.path());
        String token = AuthorizationHeader.parse(call.authorization())
                .flatMap(header -> header.value("oauth_token"))
                .orElse("");
        @Nullable String owner = tokens.find(token).map(TokenCredentials::owner).orElse(null);
        String path = ownPath(call.path(), owner);
        Optional<FaultRule> fault = faults.take(path, owner);
        Instant told = fault.filter(rule -> rule.fault() == Fault.CLOCK_OFF)
                .map(rule -> now.plusSeconds(rule.seconds()))
                .orElse(now);
        Delivery delivery = fault.map(rule -> BrokenAnswers.of(rule, token, told, () -> rightAnswer(call, path, told)))
                .orElseGet(() -> Delivery.whole(rightAnswer(call, path, told)));
        Answer dated = delivery.answer().with("Date", HTTP_DATE.format(told));
        return new Delivery(dated, delivery.delayMillis(), delivery.manner());
    }

    private Answer rightAnswer(Call call, String path, Instant now) {
        try {
            return path.startsWith("/oauth/")
                    ? oauth.answer(call, now).orElseGet(FitbitApi::notFound)
                    : resource(call, path, oauth.authenticate(call, now), now);
        } catch (OAuthProblem problem) {
            return problem.answer();
        }
    }

    private Answer resource(Call call, String path, TokenCredentials credentials, Instant now) {
        int left = rateLimit.spend(credentials.owner(), now);
        if (left < 0) {
            Answer exceeded = RateLimit.exceeded().with("Retry-After", Long.toString(RateLimit.secondsToReset(now)));
            return rateLimit.withHeaders(exceeded, left, now);
        }
        return rateLimit.withHeaders(permitted(call, path, credentials, now), left, now);
    }

    private Answer permitted(Call call, String path, TokenCredentials credentials, Instant now) {
        if (!call.method().equals("GET")) {
            return Answer.error(
                    403,
                    "insufficient_permissions",
                    "n/a",
                    "Read-only API client is not authorized to update resources.");
        }
        Matcher user = USER.matcher(path);
        if (user.matches() && !user.group(2).equals("-")) {
            return Answer.error(
                    403,
                    "insufficient_permissions",
                    "n/a",
                    "The authenticated user does not have permission to perform the requested operation.");
        }
        return resources.answer(call, path, credentials.owner(), now);
    }

    /** Writes the caller's own encoded id as {@code -}. */
    private static String ownPath(String path, @Nullable String owner) {
        Matcher user = USER.matcher(path);
        return user.matches() && user.group(2).equals(owner) ? user.group(1) + "-" + user.group(3) : path;
    }
}
