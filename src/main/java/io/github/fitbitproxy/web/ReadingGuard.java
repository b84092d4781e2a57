package io.github.fitbitproxy.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

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
    private final AdminToken adminToken;
    private final Sessions sessions;

    ReadingGuard(ApiKeys keys, AdminToken adminToken, Sessions sessions) {
        this.keys = keys;
        this.adminToken = adminToken;
        this.sessions = sessions;
    }

    void register(@Observes Filters filters) {
        if (keys.areRequired()) {
            filters.register(this::check, FilterOrder.READING);
        }
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isOpen(context.normalizedPath()) || mayRead(Presented.in(request::getHeader))) {
            context.next();
        } else {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            ProblemAnswer.send(context, AccessProblems.apiKeyRequired());
        }
    }

    private boolean mayRead(Presented presented) {
        String bearer = presented.bearer();
        String apiKey = presented.apiKey();
        String session = presented.session();
        return bearer != null && (keys.match(bearer) || adminToken.matches(bearer))
                || apiKey != null && keys.match(apiKey)
                || session != null && sessions.isOpen(session);
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
