package io.github.fitbitproxy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.browser.Chromium;
import io.github.fitbitproxy.support.browser.Screen;
import io.github.fitbitproxy.support.browser.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page at {@code /} where something is missing: each state is told, looked at on every screen, and leads on. */
@QuarkusTest
@TestProfile(PageApplication.class)
@WithTestResource(SimulatedCloud.class)
class PageStatesTest {

    private static final Set<String> NOT_FIGURES = Set.of("date", "status", "upstream", "fetchedAt", "deviceSyncedAt");

    private static Chromium chromium;

    @TestHTTPResource("/")
    URI service;

    @BeforeAll
    static void startBrowser() {
        chromium = Look.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Visit visit() {
        return chromium.visit(service, Screen.DESKTOP_LIGHT);
    }

    private Visit visitWithErrors() {
        return visit().expectingErrorsOf("/sleep").expectingErrorsOf("/activities");
    }

    /** What a day says of which nothing is known. */
    private static void forget(JsonObject day) {
        for (String name : Set.copyOf(day.fieldNames())) {
            if (name.equals("logs") || name.equals("workouts")) {
                day.put(name, new JsonArray());
            } else if (!NOT_FIGURES.contains(name)) {
                day.putNull(name);
            }
        }
    }

    private static void person(JsonObject status, String name, String connection) {
        JsonArray people = status.getJsonArray("people");
        people.add(people.getJsonObject(0).copy().put("person", name).put("connection", connection));
    }

    @ParameterizedTest
    @CsvSource({
        "not-connected, 503, Connect an account to begin, Connect an account",
        "reauthorisation-required, 503, The account has to be connected again, Connect again",
        "upstream-unavailable, 503, The cloud does not tell, Try again",
        "upstream-unreadable, 502, The cloud’s answer makes no sense, Try again",
        "budget-exhausted, 503, No calls are left for now, Try again",
        "unknown-person, 404, Nobody has that name here, Connect an account",
        "future-date, 404, That day has not begun, Go to today",
        "bad-date, 400, That is not a day, Go to today"
    })
    void leadsOnFromEachProblem(String type, int status, String title, String wayOut) {
        try (Visit visit = visitWithErrors()) {
            Page page = visit.page();
            Intercepted.problem(page, Intercepted.DAYS, type, status);
            page.navigate("/");

            assertThat(page.locator(".state h2")).hasText(title);
            assertThat(page.locator(".state").getByText(wayOut, new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.locator(".skeleton")).hasCount(0);
            if (List.of("not-connected", "reauthorisation-required", "upstream-unavailable")
                    .contains(type)) {
                Look.everywhere(visit, type);
            } else {
                Look.briefly(visit, type);
            }
        }
    }

    @Test
    void tellsWhichOfHeartBodyAndVitalsCannotBeHad() {
        try (Visit visit = visit().expectingErrorsOf("/vitals")) {
            Page page = visit.page();
            Intercepted.problem(page, Pattern.compile("/vitals/"), "upstream-unavailable", 503);
            page.navigate("/");
            page.locator(".body-card summary").click();

            assertThat(page.locator(".body-card .vitals .state")).containsText("It was put there by a test.");
            assertThat(page.locator(".body-card .settled")).hasCount(2);
            Look.briefly(visit, "body-half");
        }
    }

    @Test
    void leadsToConnectingWhereNobodyIs() {
        try (Visit visit = visitWithErrors()) {
            Page page = visit.page();
            Intercepted.problem(page, Intercepted.DAYS, "not-connected", 503);
            page.navigate("/");

            assertThat(page.locator(".state a")).hasAttribute("href", "/setup");
        }
    }

    @Test
    void saysWhichDaysThereAreNot() {
        try (Visit visit = visitWithErrors()) {
            Page page = visit.page();
            page.navigate("/?date=2031-01-01");
            assertThat(page.locator(".state h2")).hasText("That day has not begun");
            page.navigate("/?date=2026-02-31");
            assertThat(page.locator(".state h2")).hasText("That is not a day");
            page.getByText("Go to today").click();
            assertThat(page).hasURL(service.toString());
            assertThat(page.locator(".sleep .hero")).isVisible();
        }
    }

    @Test
    void offersThePeopleThereAre() {
        try (Visit visit = visitWithErrors()) {
            Page page = visit.page();
            page.navigate("/?person=zoe");
            assertThat(page.locator(".state h2")).hasText("Nobody has that name here");
            page.locator(".state")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName("me").setExact(true))
                    .click();
            assertThat(page).hasURL(service + "?person=me");
            assertThat(page.locator(".sleep .hero")).isVisible();
        }
    }

    @Test
    void switchesPeopleAndStaysOnTheDay() {
        String yesterday = given().get("/sleep/yesterday").jsonPath().getString("date");
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(page, Intercepted.STATUS, status -> person(status, "billie", "connected"));
            Pattern askingForBillie = Pattern.compile("/(sleep|activities).*person=billie");
            page.route(
                    askingForBillie,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setResponse(route.fetch(new Route.FetchOptions()
                                    .setUrl(route.request().url().replace("person=billie", "person=me"))))));
            page.navigate("/?date=" + yesterday);
            Locator people = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("People"));
            assertThat(people.locator("[aria-current=page]")).hasText("me");

            people.getByText("billie").click();
            assertThat(page).hasURL(service + "?person=billie&date=" + yesterday);
            assertThat(people.locator("[aria-current=page]")).hasText("billie");
            assertThat(page.locator(".sleep .hero")).isVisible();
            Look.everywhere(visit, "people");
        }
    }

    @Test
    void showsStoredDaysOfAnAccountThatHasToBeConnectedAgain() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(
                    page,
                    Intercepted.STATUS,
                    status -> status.getJsonArray("people")
                            .getJsonObject(0)
                            .put("connection", "reauthorisation-required"));
            page.navigate("/");

            assertThat(page.locator(".notice.bad")).containsText("has to be connected again");
            assertThat(page.locator(".notice a")).hasAttribute("href", "/setup");
            assertThat(page.locator(".sleep .hero")).isVisible();
            Look.everywhere(visit, "reauthorise-stored");
        }
    }

    @Test
    void warnsOfWhatEndsAndOfWhatWasNotAllowed() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(
                    page,
                    Intercepted.STATUS,
                    status -> status.getJsonArray("people")
                            .getJsonObject(0)
                            .put("grantExpiresAt", "2026-11-24T21:00:00Z")
                            .put("missingScopes", new JsonArray(List.of("heartrate", "profile"))));
            page.navigate("/");

            assertThat(page.locator(".notice.warn").first()).containsText("The connection ends in 3 days");
            assertThat(page.locator(".notice.warn").last()).containsText("heartrate, profile");
            Look.briefly(visit, "warnings");
        }
    }

    @Test
    void marksWhatIsStaleWithItsReason() {
        Map<String, String> headers = Map.of(
                "age", "14400",
                "cache-control", "private, max-age=0",
                "cache-status", "fitbit-proxy; hit; ttl=-14100; detail=\"stale, upstream-unavailable\"");
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(page, Intercepted.ONE_NIGHT, night -> {}, headers);
            Intercepted.change(page, Intercepted.ONE_DAY, day -> {}, headers);
            page.navigate("/");

            assertThat(page.locator(".notice.warn")).containsText("not fresh: the cloud does not answer");
            assertThat(page.locator(".sleep .settled")).containsText("Stale");
            assertThat(page.locator(".sleep .settled")).containsText("4 h ago");
            Look.everywhere(visit, "stale");
        }
    }

    @Test
    void waitsForANightThatHasNotArrived() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(page, Intercepted.ONE_NIGHT, PageStatesTest::forget);
            Intercepted.change(page, Intercepted.ONE_DAY, PageStatesTest::forget);
            page.navigate("/");

            assertThat(page.locator(".sleep .state")).containsText("Last night has not arrived yet");
            assertThat(page.locator(".activity .state")).containsText("No movement is known");
            assertThat(page.locator(".sleep .settled .badge")).hasText("Partial");
            Look.everywhere(visit, "partial-nothing-yet");
        }
    }

    @Test
    void saysThatADayIsEmpty() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(page, Intercepted.ONE_NIGHT, night -> {
                forget(night);
                night.put("status", "final");
            });
            Intercepted.change(page, Intercepted.ONE_DAY, day -> {
                forget(day);
                day.put("status", "final");
            });
            page.navigate("/?date=2026-09-03");

            assertThat(page.locator(".sleep .state")).containsText("No sleep is known for this night");
            assertThat(page.locator(".sleep .settled .badge")).hasText("Final");
            Look.everywhere(visit, "empty");
        }
    }

    @Test
    void saysUnknownAndNeverNought() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(
                    page,
                    Intercepted.ONE_NIGHT,
                    night -> night.putNull("minutesAsleep")
                            .putNull("minutesToFallAsleep")
                            .putNull("efficiency")
                            .putNull("startTime"));
            Intercepted.change(
                    page,
                    Intercepted.ONE_DAY,
                    day -> day.putNull("floors")
                            .putNull("distanceMeters")
                            .putNull("restingHeartRate")
                            .putNull("goals"));
            page.navigate("/");

            assertThat(page.locator(".sleep .hero strong")).hasText("–unknown");
            Locator floors = page.locator(".ring", new Page.LocatorOptions().setHasText("Floors"));
            assertThat(floors.locator(".figure strong")).hasText("–unknown");
            assertThat(floors.locator(".figure [aria-hidden=true]")).hasText("–");
            assertThat(page.locator(".ring .reach")).hasCount(0);
            assertThat(page.locator(".ring.alone")).hasCount(4);
            assertThat(page.locator(".activity")).containsText("No goals are known");
            assertThat(page.locator(".sleep dd").first()).hasText("–unknown");
            Look.everywhere(visit, "unknown");
        }
    }

    @Test
    void showsOneHalfWhereTheOtherFails() {
        try (Visit visit = visitWithErrors()) {
            Page page = visit.page();
            Intercepted.problem(page, Intercepted.ONE_DAY, "upstream-unreadable", 502);
            page.navigate("/");

            assertThat(page.locator(".sleep .hero")).isVisible();
            assertThat(page.locator(".activity .state")).containsText("makes no sense");
            assertThat(page.locator(".activity").getByText("Try again")).isVisible();
            Look.briefly(visit, "half");
        }
    }

    @Test
    void tellsOldDevicesInTheirOwnWords() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(
                    page,
                    Intercepted.ONE_NIGHT,
                    night -> night.putNull("stages")
                            .getJsonArray("logs")
                            .getJsonObject(0)
                            .put("type", "classic")
                            .putNull("stages")
                            .put(
                                    "classic",
                                    new JsonObject()
                                            .put("asleep", 391)
                                            .put("restless", 40)
                                            .put("awake", 15)));
            Intercepted.change(page, Intercepted.TIMELINE, timeline -> {
                JsonObject log = timeline.getJsonArray("logs").getJsonObject(0).put("type", "classic");
                log.getJsonArray("segments").forEach(segment -> {
                    String stage = ((JsonObject) segment).getString("stage");
                    ((JsonObject) segment).put("stage", stage.equals("wake") ? "restless" : "asleep");
                });
            });
            page.navigate("/");

            assertThat(page.locator(".levels li")).hasCount(3);
            assertThat(page.locator(".levels")).containsText("Restless");
            assertThat(page.locator(".sleep .hypnogram").first()).not().containsText("REM");
            Look.briefly(visit, "classic");
        }
    }

    @Test
    void saysThatTheIndexNeedsMoreNights() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.change(
                    page,
                    Intercepted.ANALYSIS,
                    analysis -> analysis.getJsonObject("metrics")
                            .getJsonObject("sleepRegularityIndex")
                            .putNull("value"));
            page.navigate("/");

            assertThat(page.locator(".index strong")).hasText("–unknown");
            assertThat(page.locator(".index")).containsText("needs at least 7 pairs");
        }
    }

    @Test
    void keepsRoomWhileItLoads() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            Intercepted.hang(page, Intercepted.EVERY_ANSWER);
            page.navigate("/");

            assertThat(page.locator(".sleep .skeleton")).isVisible();
            assertThat(page.locator(".sleep")).hasAttribute("aria-busy", "true");
            assertThat(page.locator(".sleep h2")).hasText("Last night");
            Look.everywhere(visit, "loading");
        }
    }

    @Test
    void keepsWhatWasSeenWhileTheServiceIsAway() {
        try (Visit visit = visit().expectingErrorsOf("/")) {
            Page page = visit.page();
            page.clock().install();
            page.navigate("/");
            assertThat(page.locator(".sleep .hero")).isVisible();
            assertThat(page.locator(".index strong")).hasText(Pattern.compile("[0-9]+"));
            String hero = page.locator(".sleep .hero").textContent();

            page.route(
                    Intercepted.EVERY_ANSWER,
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(502).setBody("<h1>Bad Gateway</h1>")));
            page.clock().runFor("16:00");

            assertThat(page.locator(".notice.warn")).containsText("this service does not answer");
            assertThat(page.locator(".sleep .hero")).hasText(hero.strip());
            Look.briefly(visit, "away");
        }
    }
}
