package io.github.fitbitproxy.support.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.github.fitbitproxy.support.Skip;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own Chromium. Start it in {@code @BeforeAll}, close it in {@code @AfterAll}. Where there is none, the tests are
 * skipped with a printed line, unless the environment says {@code BROWSER_TESTS=required}.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium startOrSkip() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            String why = "No Chromium in /usr/bin or PATH: tests of pages in a real browser";
            if ("required".equals(System.getenv("BROWSER_TESTS"))) {
                throw new AssertionError(why + " are required here.");
            }
            Skip.unless(false, "there is no Chromium in /usr/bin or PATH");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.orElseThrow())
                        // Root, in a container, has no sandbox; it opens pages of this machine only.
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    private static Optional<Path> find() {
        String folders = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of("/usr/bin"), Stream.of(folders.split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A visit with a fresh browser: no cookies, nothing in memory. */
    public Visit visit(URI service, Screen screen) {
        return new Visit(browser.newContext(screen.options().setBaseURL(service.toString())), screen);
    }

    /** The same for somebody whose browser is set to another time zone. */
    public Visit visit(URI service, Screen screen, ZoneId zone) {
        return new Visit(
                browser.newContext(
                        screen.options().setBaseURL(service.toString()).setTimezoneId(zone.getId())),
                screen);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
