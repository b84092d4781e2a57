package io.github.fitbitproxy.oauth;

import com.github.scribejava.core.exceptions.OAuthException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;

/** Asks a provider of OAuth 1.0a while connecting, and says in lay words what went wrong. No message of an exception gets out. */
final class ProviderCall {

    /** Providers accept a few minutes' difference; beyond this, the time is the likeliest reason for a refusal. */
    private static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

    private ProviderCall() {}

    /** Which of the two calls of a connection it is: the same status means different things. */
    enum Step {
        TEMPORARY,
        TOKEN
    }

    interface Call<T> {
        T send() throws IOException, InterruptedException, ExecutionException;
    }

    static <T> T ask(OAuth1Provider provider, Clock clock, Step step, Call<T> call) throws ConnectingException {
        try {
            return call.send();
        } catch (Refusal e) {
            throw new ConnectingException(classify(provider, clock.instant(), step, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectingException(new ConnectingFailure.ProviderUnavailable("The service is being stopped."));
        } catch (IOException | ExecutionException | OAuthException | IllegalArgumentException e) {
            throw new ConnectingException(new ConnectingFailure.ProviderUnavailable(provider.upstream()
                    + " cannot be reached, or takes too long (" + e.getClass().getSimpleName()
                    + "). Try again in a few minutes; if it stays so, check " + provider.settingsPrefix() + ".url."));
        }
    }

    private static ConnectingFailure classify(OAuth1Provider provider, Instant now, Step step, Refusal refusal) {
        String upstream = provider.upstream();
        String settings = provider.settingsPrefix();
        int status = refusal.status();
        boolean refused = status == 400 || status == 401 || status == 403;
        if (refused && isClockOff(now, refusal)) {
            Instant theirs = refusal.date();
            return new ConnectingFailure.ClockOff(upstream + " does not accept the time of this machine (" + now
                    + (theirs == null ? "" : "; there it is " + theirs) + "). Set the clock and begin again.");
        }
        if (refused && step == Step.TEMPORARY) {
            return new ConnectingFailure.ClientRefused(upstream + " does not accept the client id and secret (HTTP "
                    + status + "). Compare " + settings + ".client-id and " + settings + ".client-secret, or the"
                    + " clientId and clientSecret of the request, with what the provider shows for your app, and the"
                    + " redirect address with the one registered there.");
        }
        if (refused) {
            return new ConnectingFailure.VerifierRefused(upstream + " does not accept the verifier (HTTP " + status
                    + "): it is mistyped, too old or already used. Try it once more, or begin again.");
        }
        if (status == 200) {
            return new ConnectingFailure.ProviderUnavailable("What answers for " + upstream
                    + " does not speak OAuth 1.0a: it sent something else than credentials. Check " + settings
                    + ".url; a proxy or a login page may be in between.");
        }
        return new ConnectingFailure.ProviderUnavailable(upstream + " cannot connect anybody just now (HTTP " + status
                + "). Try again in a few minutes; if it stays so, check " + settings + ".url.");
    }

    private static boolean isClockOff(Instant now, Refusal refusal) {
        Instant theirs = refusal.date();
        return refusal.timestampRefused()
                || theirs != null && Duration.between(now, theirs).abs().compareTo(TOLERATED_SKEW) > 0;
    }
}
