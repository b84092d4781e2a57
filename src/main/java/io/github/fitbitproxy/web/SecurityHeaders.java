package io.github.fitbitproxy.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer tells browsers not to do with it. */
@ApplicationScoped
class SecurityHeaders {

    /** Scripts, styles, pictures and calls of this service only; in no frame; forms go nowhere else. */
    static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /**
     * Swagger UI starts from two scripts in its page, which are named by their hashes (CSP 3, §6.7.3.3), sets styles and draws
     * its icons from data addresses.
     */
    static final String SWAGGER_POLICY =
            "default-src 'none'; script-src 'self' 'sha256-AqcUGwpK0Ur3MgdTyzQ0KaqB4sm+CMf8dTOwCyi4HSw='"
                    + " 'sha256-88XQXnfZERp7P559BGlCteL0mACKMVJio2BYqHpNkL4='; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none';"
                    + " base-uri 'none'";

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence RESOURCE_POLICY = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence CONTENT_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence PAGES = HttpHeaders.createOptimized(PAGE_POLICY);
    private static final CharSequence SWAGGER = HttpHeaders.createOptimized(SWAGGER_POLICY);

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, FilterOrder.HEADERS);
    }

    private static void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        headers.set(RESOURCE_POLICY, SAME_ORIGIN);
        headers.set(CONTENT_POLICY, isSwagger(context.normalizedPath()) ? SWAGGER : PAGES);
        context.next();
    }

    private static boolean isSwagger(String path) {
        return path.equals("/q/swagger-ui") || path.startsWith("/q/swagger-ui/");
    }
}
