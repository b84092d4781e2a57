package io.github.fitbitproxy.web;

import io.github.fitbitproxy.oauth.ConnectingException;
import io.github.fitbitproxy.oauth.VaultException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what was thrown into problems. */
class SetupErrors {

    private static final Logger LOG = Logger.getLogger(SetupErrors.class);

    @ServerExceptionMapper
    Response badRequest(BadRequest failure) {
        return SetupProblems.badRequest(failure.reason()).toResponse();
    }

    @ServerExceptionMapper
    Response notConnected(ConnectingException failure) {
        return SetupProblems.of(failure.failure()).toResponse();
    }

    @ServerExceptionMapper
    Response unreadable(VaultException failure) {
        LOG.error(failure.reason());
        return SetupProblems.unreadable(failure.reason()).toResponse();
    }

    @ServerExceptionMapper
    Response storeUnavailable(UncheckedIOException failure) {
        LOG.error("The store fails.", failure);
        return SetupProblems.storeUnavailable().toResponse();
    }
}
