package io.github.fitbitproxy.web;

import io.github.fitbitproxy.config.ProxyConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Refuses requests that are meant for somebody else, whatever their path, before anything else is looked at. */
@ApplicationScoped
class HostCheck {

    private final AllowedHosts allowed;
    private final boolean mayBeForwarded;

    /** The host that was allowed last: nearly every request asks for the same. */
    private volatile @Nullable String lastAllowed;

    /** @throws ConfigurationException naming the setting, if it holds what is no name */
    HostCheck(
            ProxyConfig config,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean mayBeForwarded) {
        this.mayBeForwarded = mayBeForwarded;
        try {
            this.allowed = AllowedHosts.with(config.allowedHosts().orElse(List.of()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "proxy.allowed-hosts holds \"" + e.getMessage() + "\". It takes names without a port, such as"
                            + " health.example.org, domains with a dot in front, such as .example.org, or * for any.",
                    Set.of("proxy.allowed-hosts"));
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.HOST);
    }

    private void check(RoutingContext context) {
        String host = host(context.request());
        if (host != null && host.equals(lastAllowed)) {
            context.next();
        } else if (allowed.allow(host)) {
            lastAllowed = host;
            context.next();
        } else {
            ProblemAnswer.send(context, AccessProblems.hostNotAllowed());
        }
    }

    /**
     * The host that was asked for: the forwarded one, if and only if Quarkus is told to trust the proxy. HTTP/2 has it in no
     * header field (RFC 9113 §8.3.1).
     */
    private @Nullable String host(HttpServerRequest request) {
        boolean inTheHeader = !mayBeForwarded && request.version() != HttpVersion.HTTP_2;
        HostAndPort authority = inTheHeader ? null : request.authority();
        return authority == null ? request.getHeader(HttpHeaders.HOST) : authority.toString();
    }
}
