package io.github.fitbitproxy.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what nobody else caught as a problem too, so that clients meet one shape of error only. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(WebApplicationException failure) {
        Response response = failure.getResponse();
        int status = response.getStatus();
        if (status == Response.Status.NOT_FOUND.getStatusCode()) {
            return new Problem(
                            "not-found",
                            "There is nothing at that address",
                            status,
                            "See /q/swagger-ui for what there is.")
                    .toResponse();
        }
        if (status >= 500) {
            return broken(failure);
        }
        String title = response.getStatusInfo().getReasonPhrase();
        return Response.fromResponse(new Problem("bad-request", title, status, title + ".").toResponse())
                .status(status)
                .build();
    }

    @ServerExceptionMapper
    Response broken(Throwable failure) {
        LOG.error("A request failed because of a mistake here", failure);
        return new Problem(
                        "internal-error",
                        "Something broke here",
                        500,
                        "A mistake in this service; its log has the details.")
                .toResponse();
    }
}
