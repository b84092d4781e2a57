package io.github.fitbitproxy.web;

import io.github.fitbitproxy.api.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Lets nobody into {@code /setup} without the admin token or a session, and keeps its answers out of every cache. Open are the page
 * itself, which tells nothing, signing in, and the callback, since a browser comes there by redirect: a begun connection is
 * its guard.
 */
@Provider
@PreMatching
public class SetupGuard implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<List<String>> OPEN =
            Set.of(List.of("setup"), List.of("setup", "session"), List.of("setup", "callback"));

    private final AdminCheck adminCheck;
    private final CurrentVertxRequest current;
    private final Clock clock;

    SetupGuard(AdminCheck adminCheck, CurrentVertxRequest current, Clock clock) {
        this.adminCheck = adminCheck;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> path = path(request);
        if (isSetup(path) && !OPEN.contains(path)) {
            adminCheck
                    .refusal(current.getCurrent().request())
                    .map(this::refusal)
                    .ifPresent(request::abortWith);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isSetup(path(request))) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isSetup(List<String> path) {
        return !path.isEmpty() && path.get(0).equals("setup");
    }

    private static List<String> path(ContainerRequestContext request) {
        return request.getUriInfo().getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private Response refusal(Problem problem) {
        Response.ResponseBuilder response = Response.fromResponse(problem.toResponse(clock.instant()));
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
