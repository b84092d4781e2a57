package io.github.fitbitproxy.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody into {@code /setup} without the admin token, and keeps its answers out of every cache. Only the callback is
 * open, since a browser comes there by redirect: a begun connection is its guard.
 */
@Provider
@PreMatching
public class SetupGuard implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String BEARER = "Bearer ";

    private final AdminToken adminToken;

    SetupGuard(AdminToken adminToken) {
        this.adminToken = adminToken;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> path = path(request);
        boolean open = path.equals(List.of("setup", "callback"));
        if (isSetup(path) && !open && !isAdmin(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            request.abortWith(refusal());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isSetup(path(request))) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            // The callback's address holds a verifier.
            response.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        }
    }

    private boolean isAdmin(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && adminToken.matches(authorization.substring(BEARER.length()).strip());
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

    private static Response refusal() {
        Response problem = SetupProblems.adminTokenRequired().toResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
