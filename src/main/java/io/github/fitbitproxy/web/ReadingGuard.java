package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Where API keys are configured, lets nobody read without one. The admin token and a signed-in browser read too. Runs on the
 * event loop, in front of everything that answers.
 */
@ApplicationScoped
class ReadingGuard {

    /** What tells nothing about anybody, or has a guard of its own. All else is closed, whatever is added later. */
    private static final List<String> OPEN =
            List.of("/setup", "/problems", "/static", "/q/health", "/q/openapi", "/q/swagger-ui", "/favicon.ico");

    private final ApiKeys keys;
    private final AdminCheck adminCheck;
    private final Clock clock;

    ReadingGuard(ApiKeys keys, AdminCheck adminCheck, Clock clock) {
        this.keys = keys;
        this.adminCheck = adminCheck;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        if (keys.areRequired()) {
            filters.register(this::check, FilterOrder.READING);
        }
    }

    private void check(RoutingContext context) {
        Optional<Problem> refusal = isOpen(context.normalizedPath()) ? Optional.empty() : refusal(context.request());
        if (refusal.isEmpty()) {
            context.next();
            return;
        }
        context.response().putHeader("WWW-Authenticate", "Bearer");
        ProblemAnswer.send(context, refusal.get(), clock.instant());
    }

    /** Keys come first: whoever has one is not held up by those who guess the admin token from the same address. */
    private Optional<Problem> refusal(HttpServerRequest request) {
        Presented presented = Presented.in(request::getHeader);
        String bearer = presented.bearer();
        String apiKey = presented.apiKey();
        if (bearer != null && keys.match(bearer)
                || apiKey != null && keys.match(apiKey)
                || adminCheck.isSignedIn(presented.session())) {
            return Optional.empty();
        }
        if (bearer == null || bearer.isEmpty()) {
            return Optional.of(AccessProblems.apiKeyRequired());
        }
        return adminCheck
                .refusal(bearer, request)
                .map(problem -> problem.retryAt() == null ? AccessProblems.apiKeyRequired() : problem);
    }

    /** Whether a path is one of the open ones, or below one. Odd characters are left to nobody's interpretation. */
    static boolean isOpen(String path) {
        if (path.equals("/")) {
            return true;
        }
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return false;
        }
        for (String open : OPEN) {
            if (path.startsWith(open) && (path.length() == open.length() || path.charAt(open.length()) == '/')) {
                return true;
            }
        }
        return false;
    }
}
