package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from somebody who has the admin token, or from a browser in which it was given. Not a singleton, since
 * the guard that needs it is made before there are settings.
 */
@ApplicationScoped
class AdminCheck {

    private final AdminToken adminToken;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Clock clock;

    AdminCheck(AdminToken adminToken, Sessions sessions, Attempts attempts, Clock clock) {
        this.adminToken = adminToken;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Why a request is not let in; empty if it is. */
    Optional<Problem> refusal(HttpServerRequest request) {
        Presented presented = Presented.in(request::getHeader);
        String bearer = presented.bearer();
        if (bearer != null && !bearer.isEmpty()) {
            return refusal(bearer, request);
        }
        return isSignedIn(presented.session()) ? foreign(request) : Optional.of(SetupProblems.adminTokenRequired());
    }

    /** Why a token is not accepted just now; empty if it is. */
    Optional<Problem> refusal(String token, HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        Duration wait = attempts.waitFor(address);
        if (!wait.isZero()) {
            return Optional.of(AccessProblems.tooManyAttempts(clock.instant().plus(wait)));
        }
        if (adminToken.matches(token)) {
            attempts.succeeded(address);
            return Optional.empty();
        }
        attempts.failed(address);
        return Optional.of(SetupProblems.adminTokenRequired());
    }

    /** Why a request that shows a session is not on behalf of one of our pages; empty if it is, or changes nothing. */
    static Optional<Problem> foreign(HttpServerRequest request) {
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            return Optional.empty();
        }
        String host = request.authority() == null ? "" : request.authority().toString();
        return SameOrigin.is(request::getHeader, host)
                ? Optional.empty()
                : Optional.of(AccessProblems.crossSiteRequest());
    }

    boolean isSignedIn(@Nullable String session) {
        return session != null && sessions.isOpen(session);
    }
}
