package io.github.fitbitproxy.web;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Answers that are changed on their way to the browser, for states that the simulator does not come into by itself. */
final class Intercepted {

    static final Pattern EVERY_ANSWER = Pattern.compile("/(sleep|activities|status)([/?].*)?$");
    static final Pattern DAYS = Pattern.compile("/(sleep|activities)([/?].*)?$");
    static final Pattern STATUS = Pattern.compile("/status$");
    static final Pattern ONE_NIGHT = Pattern.compile("/sleep/(today|[0-9-]{10})(\\?.*)?$");
    static final Pattern ONE_DAY = Pattern.compile("/activities/(today|[0-9-]{10})(\\?.*)?$");
    static final Pattern TIMELINE = Pattern.compile("/sleep/[^/]+/timeline(\\?.*)?$");
    static final Pattern ANALYSIS = Pattern.compile("/sleep/analysis(\\?.*)?$");

    private Intercepted() {}

    /** From now on these are problems. */
    static void problem(Page page, Pattern addresses, String type, int status) {
        page.route(addresses, route -> fulfil(route, type, status));
    }

    /** From now on these are the service's answers, changed. */
    static void change(Page page, Pattern addresses, Consumer<JsonObject> change) {
        change(page, addresses, change, Map.of());
    }

    /** @param headers to put in the place of the service's, with names in lower case */
    static void change(Page page, Pattern addresses, Consumer<JsonObject> change, Map<String, String> headers) {
        page.route(addresses, route -> {
            APIResponse told = route.fetch();
            JsonObject body = new JsonObject(told.text());
            change.accept(body);
            Map<String, String> all = new HashMap<>(told.headers());
            all.putAll(headers);
            all.remove("content-length");
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(told.status())
                    .setHeaders(all)
                    .setBody(body.encode()));
        });
    }

    /** From now on nothing comes back. */
    static void hang(Page page, Pattern addresses) {
        page.route(addresses, route -> {});
    }

    private static void fulfil(Route route, String type, int status) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody(new JsonObject()
                        .put("type", "/problems/" + type)
                        .put("title", "A problem of the tests")
                        .put("status", status)
                        .put("detail", "It was put there by a test.")
                        .encode()));
    }
}
