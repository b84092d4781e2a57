package io.github.fitbitproxy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.fitbitproxy.day.Changes;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.SealedStore;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.browser.Chromium;
import io.github.fitbitproxy.support.browser.Screen;
import io.github.fitbitproxy.support.browser.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code /setup} in a real browser, against the simulator. Screenshots lie in {@code target/screenshots}. */
@QuarkusTest
@TestProfile(SetupPageTest.OwnApplication.class)
@WithTestResource(SimulatedCloud.class)
class SetupPageTest {

    /** Of its own, so that it is still morning there, and last night is told. */
    public static class OwnApplication implements QuarkusTestProfile {}

    private static Chromium chromium;

    private final String adminToken = ConfigProvider.getConfig().getValue("proxy.admin-token", String.class);

    @TestHTTPResource("/")
    URI service;

    @Inject
    Grants grants;

    @Inject
    SealedStore store;

    @Inject
    Changes changes;

    @Inject
    MovableClock clock;

    @BeforeAll
    static void startBrowser() {
        chromium = Look.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void startAfresh() {
        Faults.off();
        grants.forget(new Person("anna"));
        // As the product does it: what is still on its way from the cloud is not kept.
        changes.forget(new Person("anna"));
        // So that no trouble of one test holds back the next one's calls, and these are later than what was forgotten.
        clock.advance(Duration.ofMinutes(10));
        store.list("connecting").forEach(entry -> store.delete("connecting", entry.name()));
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void connectsByRedirect(Screen screen) {
        try (Visit visit = visit(screen)) {
            Page page = visit.page();
            page.navigate("/setup");
            assertThat(page).hasTitle("Sign in · Fitbit Proxy");
            look(visit, "1-sign-in");
            signIn(visit);
            look(visit, "2-people");
            button(page, "Add a person").click();
            page.getByLabel("What is the person called here?").fill("anna");
            cloud(page, "OAuth 1.0a").check();
            look(visit, "3-cloud");
            button(page, "Next").click();
            assertThat(heading(page, "Your app")).isFocused();
            look(visit, "4-app");
            button(page, "Go on to the consent page").click();
            assertThat(heading(page, "Consent of anna")).isVisible();
            look(visit, "5-consent");

            Page other = page.context()
                    .waitForPage(() -> link(page, "Open the consent page").click());
            consent(other, "allow");
            assertThat(heading(other, "Connected")).isVisible();
            assertThat(other.getByText("anna is connected to demo-fitbit.")).isVisible();
            assertThat(heading(other, "Last night")).isVisible();
            other.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/6-callback-" + screen.label() + ".png")));

            assertThat(heading(page, "anna: last night")).isVisible();
            assertThat(heading(page, Pattern.compile("^Last night$"))).isVisible();
            look(visit, "7-night");
            button(page, "Back to everybody").click();
            assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("anna")))
                    .containsText("Connected");
            look(visit, "8-people-connected");
        }
    }

    @Test
    void connectsByPastingTheAddressThatDoesNotLoad() {
        try (Visit visit = visit(Screen.PHONE_LIGHT)) {
            String address = refusedRedirect(visit, "allow");
            Page page = visit.page();
            look(visit, "5-consent-paste");
            page.getByLabel("Address that the browser ended on").fill("http://localhost:1/setup/callback");
            button(page, "Finish").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            look(visit, "5-consent-pasted-too-little");
            page.getByLabel("Address that the browser ended on").fill(address);
            button(page, "Finish").click();
            assertThat(page.getByText("anna is connected.")).isVisible();
        }
    }

    @Test
    void saysWhatAConsentToGoogleHealthLeavesOut() {
        try (Visit visit = visit(Screen.PHONE_LIGHT).expectingErrorsOf("/sleep/")) {
            Page page = visit.page();
            toTheApp(visit, "^Google Health");
            look(visit, "4-app-google");
            enterTheApp(page);
            button(page, "Go on to the consent page").click();
            Page other = page.context()
                    .waitForPage(() -> link(page, "Open the consent page").click());
            other.locator("[name=scope][value$='settings.readonly']").uncheck();
            consent(other, "allow");
            assertThat(heading(other, "Connected")).isVisible();

            assertThat(page.getByText("anna is connected.")).isVisible();
            // Without the settings nobody knows in which zone anna's days begin.
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("tick everything on the consent page");
            look(visit, "7-night-no-zone");
            button(page, "Back to everybody").click();
            assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("anna")))
                    .containsText("The consent leaves out: settings.");
            look(visit, "8-people-scope-missing");
        }
    }

    @Test
    void connectsToGoogleHealthByPastingTheAddressThatDoesNotLoad() {
        try (Visit visit = visit(Screen.PHONE_DARK)) {
            Page page = visit.page();
            toTheApp(visit, "^Google Health");
            enterTheApp(page);
            String address = refusedRedirect(page, "allow");
            page.getByLabel("Address that the browser ended on")
                    .fill(address.replaceFirst("state=[^&]*", "state=forged-state"));
            button(page, "Finish").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no such connection");
            page.getByLabel("Address that the browser ended on").fill(address);
            button(page, "Finish").click();
            assertThat(page.getByText("anna is connected.")).isVisible();
            assertThat(heading(page, Pattern.compile("^Last night$"))).isVisible();
            look(visit, "7-night-google");
        }
    }

    @Test
    void connectsToFitbitWithOAuth2() {
        try (Visit visit = visit(Screen.DESKTOP_LIGHT)) {
            Page page = visit.page();
            toTheApp(visit, "OAuth 2.0");
            button(page, "Go on to the consent page").click();
            Page other = page.context()
                    .waitForPage(() -> link(page, "Open the consent page").click());
            consent(other, "allow");
            assertThat(heading(other, "Connected")).isVisible();
            assertThat(heading(page, "anna: last night")).isVisible();
        }
    }

    private static void enterTheApp(Page page) {
        page.getByLabel("Client id").fill("demo-client");
        page.getByLabel("Client secret").fill("demo-secret");
    }

    @Test
    void connectsWithTheCodeThatIsShown() {
        try (Visit visit = visit(Screen.DESKTOP_LIGHT)) {
            Page page = visit.page();
            toTheApp(visit);
            page.getByText("The app has another redirect address").click();
            page.getByLabel("Show me a code to type in instead").check();
            button(page, "Go on to the consent page").click();
            Page other = page.context()
                    .waitForPage(() -> link(page, "Open the consent page").click());
            consent(other, "allow");
            String code = other.locator("code").first().textContent();
            look(visit, "5-consent-code");
            page.getByLabel("Code").fill(code);
            button(page, "Finish").click();
            assertThat(page.getByText("anna is connected.")).isVisible();
        }
    }

    @Test
    void saysThatConsentWasRefused() {
        try (Visit visit = visit(Screen.PHONE_DARK)) {
            Page page = visit.page();
            toTheApp(visit);
            button(page, "Go on to the consent page").click();
            Page other = page.context()
                    .waitForPage(() -> link(page, "Open the consent page").click());
            consent(other, "deny");
            assertThat(heading(other, "Consent was refused")).isVisible();
            assertThat(other.getByText("What to do:")).isVisible();
            screenshot(other, "9-refused");
            link(other, "Back to the accounts").click();
            // The consent can still be given, so the page goes on where it was.
            assertThat(other.getByText("anna", new Page.GetByTextOptions().setExact(false))
                            .first())
                    .isVisible();
        }
    }

    @Test
    void saysThatAStateIsForgedOrACodeExpired() {
        try (Visit visit = visit(Screen.PHONE_LIGHT)) {
            String address = refusedRedirect(visit, "allow");
            Page page = visit.page();
            page.navigate("/setup/callback?oauth_token=forged&oauth_verifier=forged");
            assertThat(heading(page, "There is no such connection")).isVisible();
            visit.isAccessible("forged state");
            screenshot(page, "9-forged");
            link(page, "Back to the accounts").click();
            assertThat(heading(page, "Consent of anna")).isVisible();

            clock.advance(Duration.ofMinutes(11));
            page.getByLabel("Address that the browser ended on").fill(address);
            button(page, "Finish").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no such connection");
            look(visit, "9-expired");
            page.navigate(address.replaceFirst("http://localhost:1", ""));
            assertThat(heading(page, "There is no such connection")).isVisible();
        }
    }

    @Test
    void saysThatTheTokenIsWrongAndLeadsBackInAfterSigningOut() {
        try (Visit visit = visit(Screen.PHONE_LIGHT)) {
            Page page = visit.page();
            page.navigate("/setup");
            page.getByLabel("Admin token").fill("wrong-token-0123456789");
            button(page, "Sign in").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            look(visit, "1-sign-in-wrong");
            signIn(visit);
            button(page, "Sign out").click();
            assertThat(heading(page, "Sign in")).isVisible();
            page.reload();
            assertThat(heading(page, "Sign in")).isVisible();
            assertThat(page.context().cookies()).isEmpty();
        }
    }

    @Test
    void asksForHistoryAndDisconnects() {
        try (Visit visit = visit(Screen.PHONE_LIGHT)) {
            String address = refusedRedirect(visit, "allow");
            Page page = visit.page();
            page.getByLabel("Address that the browser ended on").fill(address);
            button(page, "Finish").click();
            button(page, "Fetch older days").click();
            page.getByLabel("From").fill("2026-10-01");
            look(visit, "10-history");
            button(page, "Fetch these days").click();
            assertThat(heading(page, "Asked for")).isVisible();
            look(visit, "10-history-asked");
            button(page, "Back").click();
            button(page, "Disconnect anna").click();
            look(visit, "11-disconnect");
            button(page, "Keep the connection").click();
            assertThat(heading(page, "People and their connections")).isVisible();
            button(page, "Disconnect anna").click();
            assertThat(heading(page, "Disconnect anna?")).isVisible();
            button(page, "Disconnect anna").click();
            assertThat(heading(page, "People and their connections")).isVisible();
            assertThat(grants.find(new Person("anna"))).isEmpty();
        }
    }

    @Test
    void saysWhatToDoWhenTheCloudRefuses() {
        try (Visit visit = visit(Screen.PHONE_LIGHT).expectingErrorsOf("/sleep/")) {
            String address = refusedRedirect(visit, "allow");
            Page page = visit.page();
            Faults.on("/", "status-503");
            page.getByLabel("Address that the browser ended on").fill(address);
            Faults.on("/1", "status-503");
            button(page, "Finish").click();
            assertThat(page.getByText("anna is connected.")).isVisible();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("What to do");
            look(visit, "7-night-refused");
        }
    }

    @Test
    void goesBackWithTheBrowser() {
        try (Visit visit = visit(Screen.DESKTOP_DARK)) {
            Page page = visit.page();
            toTheApp(visit);
            page.goBack();
            assertThat(heading(page, "Add a person")).isVisible();
            page.goBack();
            assertThat(heading(page, "People and their connections")).isVisible();
        }
    }

    private Visit visit(Screen screen) {
        Visit visit = chromium.visit(service, screen).expectingErrorsOf("/setup/");
        visit.page().context().clock().setFixedTime(clock.millis());
        return visit;
    }

    private static void look(Visit visit, String step) {
        visit.isAccessible(step);
        visit.screenshot(step);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/" + name + ".png"))
                .setFullPage(true));
    }

    private void signIn(Visit visit) {
        Page page = visit.page();
        page.getByLabel("Admin token").fill(adminToken);
        button(page, "Sign in").click();
        assertThat(heading(page, "People and their connections")).isFocused();
    }

    private void toTheApp(Visit visit) {
        toTheApp(visit, "OAuth 1.0a");
    }

    private void toTheApp(Visit visit, String cloud) {
        Page page = visit.page();
        page.navigate("/setup");
        signIn(visit);
        button(page, "Add a person").click();
        page.getByLabel("What is the person called here?").fill("anna");
        cloud(page, cloud).check();
        button(page, "Next").click();
    }

    /** As on a Pi: consents in another tab, which ends on an address that does not load; back on the page, with that address. */
    private String refusedRedirect(Visit visit, String decision) {
        toTheApp(visit);
        return refusedRedirect(visit.page(), decision);
    }

    private static String refusedRedirect(Page page, String decision) {
        page.getByText("The app has another redirect address").click();
        page.getByLabel("The address that is registered with the app").fill("http://localhost:1/setup/callback");
        button(page, "Go on to the consent page").click();
        Page other = page.context()
                .waitForPage(() -> link(page, "Open the consent page").click());
        String[] address = {""};
        other.onRequestFailed(request -> address[0] = request.url());
        consent(other, decision);
        page.waitForCondition(() -> !address[0].isEmpty());
        other.close();
        return address[0];
    }

    /** As a wearer whose calls no other test uses up. */
    private static void consent(Page page, String decision) {
        Locator wearer = page.locator("[name=wearer][value='9SIM03']");
        if (wearer.count() > 0) {
            wearer.check();
        }
        page.locator("[name=decision][value=" + decision + "]").click();
    }

    private static Locator cloud(Page page, String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, Pattern name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
