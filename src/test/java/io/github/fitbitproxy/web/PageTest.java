package io.github.fitbitproxy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.browser.Chromium;
import io.github.fitbitproxy.support.browser.Screen;
import io.github.fitbitproxy.support.browser.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page at {@code /} as somebody sees it who is connected, on the simulator. */
@QuarkusTest
@TestProfile(PageApplication.class)
@WithTestResource(SimulatedCloud.class)
class PageTest {

    /** Of the status, three of the day and three of the weeks. */
    private static final int ANSWERS = 7;

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

    private Visit open(String path) {
        return Look.open(chromium, service, path);
    }

    /** Everything is drawn. */
    private static void drawn(Page page) {
        assertThat(page.locator(".sleep .hypnogram svg").first()).isVisible();
        assertThat(page.locator(".nights svg")).isVisible();
        assertThat(page.locator(".steps svg")).isVisible();
        assertThat(page.locator(".regularity svg")).isVisible();
        assertThat(page.locator(".index strong")).hasText(Pattern.compile("[0-9]+"));
        assertThat(page.locator(".skeleton")).hasCount(0);
    }

    private static JsonPath told(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void showsLastNightAndTodayOnEveryScreen() {
        JsonPath night = told("/sleep/today");
        JsonPath day = told("/activities/today");
        try (Visit visit = open("/")) {
            Page page = visit.page();
            drawn(page);

            int asleep = night.getInt("minutesAsleep");
            assertThat(page.locator(".sleep .hero strong"))
                    .hasText("%d h %02d min".formatted(asleep / 60, asleep % 60));
            assertThat(page.locator(".sleep dd").first())
                    .hasText(night.getString("startTime").substring(11, 16));
            assertThat(page.locator(".ring")).hasCount(4);
            assertThat(page.locator(".ring .figure strong").first()).hasText("%,d".formatted(day.getInt("steps")));
            assertThat(page.locator(".ring .reach")).not().hasCount(0);
            assertThat(page.locator(".sleep .settled")).containsText("the day is not over");
            assertThat(page.locator(".device")).containsText("Charge 6 synced");
            Look.everywhere(visit, "page");
        }
    }

    @Test
    void asksForHeartBodyAndVitalsOnceTheyAreOpened() {
        try (Visit visit = open("/")) {
            Page page = visit.page();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(URI.create(request.url()).getPath()));
            drawn(page);
            Locator card = page.locator(".body-card");
            assertThat(card.locator("section")).hasCount(0);
            assertThat(asked).doesNotContain("/heart/today", "/body/today", "/vitals/today");

            card.locator("summary").click();
            assertThat(card.locator(".settled")).hasCount(3);
            assertThat(asked).contains("/heart/today", "/body/today", "/vitals/today");
            assertThat(figure(card, "Resting pulse"))
                    .hasText(told("/heart/today").getInt("restingHeartRate") + "/min");
            assertThat(figure(card, "Breathing")).hasText(told("/vitals/today").getFloat("breathsPerMinute") + "/min");
            assertThat(figure(card, "Fat burn")).containsText("min");
            Look.everywhere(visit, "body");

            page.keyboard().press("ArrowLeft");
            String yesterday = told("/sleep/yesterday").getString("date");
            assertThat(page).hasURL(service + "?date=" + yesterday);
            assertThat(card.locator(".settled")).hasCount(3);
            assertThat(asked).contains("/heart/" + yesterday);
            assertThat(figure(card, "Resting pulse"))
                    .hasText(told("/heart/yesterday").getInt("restingHeartRate") + "/min");

            page.reload();
            assertThat(card.locator(".settled")).hasCount(3);
            card.locator("summary").click();
            page.reload();
            drawn(page);
            assertThat(card.locator("section")).hasCount(0);
        }
    }

    private static Locator figure(Locator card, String name) {
        return card.locator("dl div")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("dd");
    }

    @Test
    void drawsEverySegmentAndEveryNight() {
        try (Visit visit = open("/")) {
            Page page = visit.page();
            drawn(page);

            int segments = told("/sleep/today/timeline")
                    .getList("logs.find { it.mainSleep }.segments")
                    .size();
            assertThat(page.locator(".sleep .hypnogram").first().locator("rect.stage"))
                    .hasCount(segments);
            assertThat(page.locator(".sleep .hypnogram").first().locator("tbody tr"))
                    .hasCount(segments);
            LocalDate today = LocalDate.parse(told("/sleep/today").getString("date"));
            JsonPath nights = told("/sleep?from=" + today.minusDays(27) + "&to=" + today);
            assertThat(page.locator(".nights rect.in-bed"))
                    .hasCount(nights.getList("days.findAll { it.startTime != null }")
                            .size());
            assertThat(page.locator(".nights tbody tr")).hasCount(28);
            assertThat(page.locator(".regularity tbody tr")).hasCount(28);
        }
    }

    @Test
    void turnsTheDaysByKeyAndKeepsThemInTheAddress() {
        LocalDate today = LocalDate.parse(told("/sleep/today").getString("date"));
        try (Visit visit = open("/")) {
            Page page = visit.page();
            drawn(page);
            assertThat(page.locator(".day .step").last()).hasAttribute("aria-disabled", "true");

            page.keyboard().press("ArrowRight");
            assertThat(page).hasURL(service.toString());
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasURL(service + "?date=" + today.minusDays(1));
            assertThat(page.locator("h1"))
                    .containsText(String.valueOf(today.minusDays(1).getDayOfMonth()));
            assertThat(page.locator(".title p")).hasText("Yesterday");
            drawn(page);
            assertThat(page.locator("#live")).containsText("asleep");

            page.goBack();
            assertThat(page.locator(".title p")).hasText("Today");
            page.goForward();
            assertThat(page.locator(".title p")).hasText("Yesterday");
            page.reload();
            assertThat(page.locator(".title p")).hasText("Yesterday");
            page.keyboard().press("ArrowRight");
            assertThat(page).hasURL(service.toString());
        }
    }

    @Test
    void goesToADayByFieldColumnOrTable() {
        LocalDate today = LocalDate.parse(told("/sleep/today").getString("date"));
        try (Visit visit = open("/")) {
            Page page = visit.page();
            drawn(page);

            page.locator("#day").fill(today.minusDays(3).toString());
            assertThat(page).hasURL(service + "?date=" + today.minusDays(3));
            assertThat(page.locator(".title p")).hasText("3 days ago");

            page.locator(".nights summary").click();
            page.locator(".nights tbody a").nth(5).click();
            assertThat(page).hasURL(service + "?date=" + today.minusDays(5));

            page.locator(".steps svg").click(new Locator.ClickOptions().setPosition(60, 100));
            assertThat(page).hasURL(service + "?date=" + today.minusDays(27));
            assertThat(page.locator(".title p")).hasText("27 days ago");
        }
    }

    @Test
    void tellsWhatThePointerIsOnAndStillTurnsTheDays() {
        try (Visit visit = open("/")) {
            Page page = visit.page();
            drawn(page);
            Locator readout = page.locator(".hypnogram .readout").first();
            String said = readout.textContent();

            page.locator(".hypnogram svg").first().hover();
            assertThat(readout).not().hasText(said);
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(".title p")).hasText("Yesterday");
            page.mouse().move(0, 0);
            String bedtime = told("/sleep/yesterday").getString("startTime").substring(11, 16);
            assertThat(readout).containsText("from " + bedtime);
        }
    }

    @Test
    void endsWhereTheDaysEnd() {
        try (Visit visit = open("/?date=2009-01-01")) {
            Page page = visit.page();
            assertThat(page.locator(".title p")).hasText(Pattern.compile("\\d+ days ago"));
            assertThat(page.locator(".sleep .settled")).isVisible();
            assertThat(page.locator(".day .step").first()).hasAttribute("aria-disabled", "true");
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasURL(service + "?date=2009-01-01");
        }
    }

    @Test
    void showsTheWearersClockInAnyZoneOfTheBrowser() {
        String bedtime = told("/sleep/today").getString("startTime").substring(11, 16);
        try (Visit visit = chromium.visit(service, Screen.DESKTOP_LIGHT, ZoneId.of("Pacific/Kiritimati"))) {
            Page page = visit.page();
            page.navigate("/");
            drawn(page);

            assertThat(page.evaluate("new Date().getTimezoneOffset()")).isEqualTo(-840);
            assertThat(page.locator(".sleep dd").first()).hasText(bedtime);
            assertThat(page.locator(".title p")).hasText("Today");
            assertThat(page.locator(".hypnogram tbody td").first()).hasText(bedtime);
            String fetched = told("/sleep/today").getString("fetchedAt").substring(11, 16);
            assertThat(page.locator(".sleep .settled time"))
                    .hasText("%02d:%s"
                            .formatted((Integer.parseInt(fetched.substring(0, 2)) + 1) % 24, fetched.substring(3)));
        }
    }

    @Test
    void canBeWalkedByKeyboardAlone() {
        try (Visit visit = open("/")) {
            Page page = visit.page();
            drawn(page);

            List<String> stops = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                page.keyboard().press("Tab");
                String stop = (String) page.evaluate("""
                    () => {
                        const at = document.activeElement;
                        if (at === document.body) return '';
                        const style = getComputedStyle(at);
                        const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                        const box = at.getBoundingClientRect();
                        return `${seen ? 'seen' : 'UNSEEN'} ${box.width > 0 && box.height > 0 ? '' : 'EMPTY'} `
                            + (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).replace(/\\s+/g, ' ').trim();
                    }
                    """);
                if (stop.isEmpty()) {
                    break;
                }
                stops.add(stop);
            }
            assertThat(stops)
                    .allSatisfy(stop -> assertThat(stop).startsWith("seen").doesNotContain("EMPTY"));
            assertThat(stops.get(0)).endsWith("Skip to the figures");
            assertThat(stops).anySatisfy(stop -> assertThat(stop).endsWith("The day before"));
            assertThat(stops).anySatisfy(stop -> assertThat(stop).endsWith("Go to a day"));
            assertThat(stops.stream().filter(stop -> stop.endsWith("As a table")))
                    .hasSize(4);

            page.locator(".hypnogram summary").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".hypnogram table").first()).isVisible();
            page.locator(".skip-link").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#main")).isFocused();
        }
    }

    @Test
    void weighsLittleAndAsksOnlyForItsOwn() {
        try (Visit visit = chromium.visit(service, Screen.PHONE_LIGHT)) {
            Page page = visit.page();
            List<Response> answers = new ArrayList<>();
            page.onResponse(answers::add);
            page.navigate("/");
            drawn(page);

            int sent = answers.stream().mapToInt(answer -> answer.body().length).sum();
            int compressed =
                    answers.stream().mapToInt(answer -> gzipped(answer.body())).sum();
            int own = answers.stream()
                    .filter(answer -> !Intercepted.EVERY_ANSWER
                            .matcher(URI.create(answer.url()).getPath())
                            .find())
                    .mapToInt(answer -> answer.body().length)
                    .sum();
            System.out.printf(
                    "The page weighs %,d bytes: %,d without the figures; %,d compressed.%n", sent, own, compressed);
            assertThat(own).as("without the figures, as sent").isLessThan(100_000);
            assertThat(compressed).as("all of it, compressed").isLessThan(60_000);
            assertThat(answers).extracting(Response::url).as("questions").hasSizeLessThan(14);
        }
    }

    private static int gzipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    @Test
    void keepsItsFilesForAYearAndAsksForItselfEachTime() {
        String page = given().get("/")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();
        List<String> files = Pattern.compile("/static/bundle/[^\"]+")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(files).hasSize(3);
        assertThat(files).allSatisfy(file -> {
            assertThat(file).matches("/static/bundle/(app|base)-[A-Z0-9]{8}\\.(js|css)");
            given().get(file).then().statusCode(200).header("Cache-Control", "public, max-age=31536000, immutable");
        });
    }

    /** One after the other, so that each is drawn by itself: the first first on a light screen, the last first on a dark one. */
    @ParameterizedTest
    @EnumSource
    void doesNotJumpInWhateverOrderTheAnswersCome(Screen screen) {
        boolean lastFirst = screen.name().endsWith("DARK");
        try (Visit visit = chromium.visit(service, screen)) {
            Page page = visit.page();
            page.addInitScript("""
                window.shifted = [];
                new PerformanceObserver((list) => window.shifted.push(...list.getEntries()))
                    .observe({ type: 'layout-shift', buffered: true });
                """);
            Deque<Route> held = new ArrayDeque<>();
            page.route(Pattern.compile("/(status|sleep|activities)\\b"), held::add);
            page.navigate("/");
            for (int i = 0; i < ANSWERS; i++) {
                page.waitForCondition(() -> !held.isEmpty());
                Route next = lastFirst ? held.removeLast() : held.removeFirst();
                page.waitForResponse(next.request().url(), next::resume);
                page.evaluate("new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))");
            }
            drawn(page);

            assertThat(((Number) page.evaluate("shifted.reduce((sum, shift) => sum + shift.value, 0)")).doubleValue())
                    .as("cumulative layout shift")
                    .isLessThan(0.01);
        }
    }

    @Test
    void asksAgainWhenAnswersAgeAndNeverWhileNobodyLooks() {
        try (Visit visit = chromium.visit(service, Screen.DESKTOP_LIGHT)) {
            Page page = visit.page();
            AtomicInteger asked = new AtomicInteger();
            page.onRequest(request -> {
                if (request.url().contains("/activities/today")) {
                    asked.incrementAndGet();
                }
            });
            page.addInitScript("""
                window.away = false;
                Object.defineProperty(document, 'hidden', { get: () => window.away });
                """);
            page.clock().install();
            page.navigate("/");
            drawn(page);
            assertThat(asked).hasValue(1);

            page.clock().runFor("00:50");
            assertThat(asked).as("after less than a minute").hasValue(1);
            page.waitForResponse(
                    answer -> answer.url().contains("/activities/today"),
                    () -> page.clock().runFor("15:30"));

            away(page, true);
            int before = asked.get();
            page.clock().runFor("03:00:00");
            assertThat(asked).as("while nobody looks").hasValue(before);
            page.waitForResponse(answer -> answer.url().contains("/activities/today"), () -> away(page, false));
        }
    }

    private static void away(Page page, boolean away) {
        page.evaluate("away => { window.away = away; document.dispatchEvent(new Event('visibilitychange')); }", away);
    }

    @Test
    void standsStillForThoseWhoAskForIt() {
        try (Visit visit = chromium.visit(service, Screen.DESKTOP_LIGHT)) {
            Page page = visit.page();
            Intercepted.hang(page, Intercepted.EVERY_ANSWER);
            page.navigate("/");
            Locator bone = page.locator(".bone").first();
            assertThat(bone).isVisible();
            assertThat(bone).not().hasCSS("animation-name", "none");

            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(bone).hasCSS("animation-name", "none");
        }
    }

    @Test
    void printsOnTwoSheetsAtMost() {
        try (Visit visit = open("/")) {
            Page page = visit.page();
            drawn(page);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".day .step").first()).isHidden();
            assertThat(page.locator(".regularity svg")).isVisible();
            visit.screenshot("print");
            String paper = new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);
            assertThat(Pattern.compile("/Type\\s*/Page\\b")
                            .matcher(paper)
                            .results()
                            .count())
                    .isBetween(1L, 2L);
        }
    }
}
