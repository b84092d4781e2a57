package io.github.fitbitproxy.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.github.fitbitproxy.support.browser.Chromium;
import io.github.fitbitproxy.support.browser.Screen;
import io.github.fitbitproxy.support.browser.Visit;
import java.net.URI;
import java.util.Locale;

/** How a page stands on everything people look at it with: three sizes, light and dark. */
final class Look {

    /** What people look with, across and down. */
    private enum Size {
        PHONE(390, 844),
        TABLET(1280, 800),
        LAPTOP(1440, 900);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** A loaded machine is slow, which is no fault of a page. */
    private static final double PATIENCE_MILLIS = 20_000;

    private Look() {}

    /** A browser for one class of tests. */
    static Chromium start() {
        Chromium chromium = Chromium.startOrSkip();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return chromium;
    }

    /** Opens an address of this service; the drawing is on its way. */
    static Visit open(Chromium chromium, URI service, String path) {
        Visit visit = chromium.visit(service, Screen.DESKTOP_LIGHT);
        visit.page().navigate(path);
        return visit;
    }

    /** Checks every size in both schemes, and leaves a picture of each. */
    static void everywhere(Visit visit, String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (Size size : Size.values()) {
                at(visit, name, size, scheme);
            }
        }
    }

    /** Checks the smallest and the largest size, one in each scheme: enough for what is put together like something else. */
    static void briefly(Visit visit, String name) {
        at(visit, name, Size.PHONE, ColorScheme.LIGHT);
        at(visit, name, Size.LAPTOP, ColorScheme.DARK);
    }

    private static void at(Visit visit, String name, Size size, ColorScheme scheme) {
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        visit.page().setViewportSize(size.width, size.height);
        String step = String.join("-", name, size.name(), scheme.name()).toLowerCase(Locale.ROOT);
        visit.screenshot(step);
        visit.isAccessible(step);
    }
}
