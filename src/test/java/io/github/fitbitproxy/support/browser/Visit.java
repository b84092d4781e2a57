package io.github.fitbitproxy.support.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person's visit: watches what the page does behind its back. Closing it tells what it should not have done. */
public final class Visit implements AutoCloseable {

    /** What Chromium itself prints when a call of the page is answered with an error. */
    private static final Pattern ERROR_ANSWER = Pattern.compile("Failed to load resource: .* status of [45]\\d\\d .*");

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Screen screen;
    private final Page page;
    private final List<String> trouble = new ArrayList<>();
    private final List<String> expectedErrors = new ArrayList<>();

    Visit(BrowserContext context, Screen screen) {
        this.context = context;
        this.screen = screen;
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(this::look);
        page.onPageError(error -> trouble.add("thrown: " + error));
        page.onRequest(this::look);
    }

    public Page page() {
        return page;
    }

    /** Errors answered below this path belong to the story: Chromium's lines about them are no trouble. */
    public Visit expectingErrorsOf(String path) {
        expectedErrors.add(path);
        return this;
    }

    /** Puts the whole page into {@code target/screenshots}, to be looked at. */
    public void screenshot(String name) {
        Path file = Path.of("target/screenshots", name + "-" + screen.label() + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Checks what can be checked of WCAG 2.2 AA by machine, and that nothing has to be scrolled sideways. */
    public void isAccessible(String step) {
        List<Rule> violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(WCAG_2_2_AA)
                .analyze()
                .getViolations();
        assertThat(violations)
                .as("axe on %s, %s", step, screen.label())
                .allSatisfy(rule -> assertThat(rule.getNodes())
                        .as("%s: %s", rule.getId(), rule.getHelp())
                        .isEmpty());
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits the width of %s", step, screen.label())
                .isTrue();
    }

    private void look(ConsoleMessage message) {
        boolean expected = ERROR_ANSWER.matcher(message.text()).matches()
                && expectedErrors.stream().anyMatch(path -> message.location().contains(path));
        if (message.type().equals("error") && !expected) {
            trouble.add("console: " + message.text() + " at " + message.location());
        }
    }

    /** Going somewhere else is the person's choice; anything that a page fetches has to be its own. */
    private void look(Request request) {
        boolean elsewhere = request.url().startsWith("http")
                && !request.isNavigationRequest()
                && !origin(request.url()).equals(origin(request.frame().url()));
        if (elsewhere) {
            trouble.add("fetched from elsewhere: " + request.url());
        }
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    public void close() {
        context.close();
        assertThat(trouble).as("trouble on %s", screen.label()).isEmpty();
    }
}
