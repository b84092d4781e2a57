package io.github.fitbitproxy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.support.browser.Chromium;
import io.github.fitbitproxy.support.browser.Screen;
import io.github.fitbitproxy.support.browser.Visit;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page at {@code /} where reading needs an API key. */
@QuarkusTest
@WithTestResource(
        value = SimulatedCloud.class,
        initArgs = @ResourceArg(name = "proxy.api-keys", value = "key-of-the-kitchen-display,key-of-the-phone-0123"))
class PageKeyTest {

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

    @Test
    void asksForTheKeyAndKeepsItForTheTab() {
        try (Visit visit = chromium.visit(service, Screen.DESKTOP_LIGHT)
                .expectingErrorsOf("/sleep")
                .expectingErrorsOf("/activities")
                .expectingErrorsOf("/status")) {
            Page page = visit.page();
            page.navigate("/");
            assertThat(page.locator(".state h2")).hasText("This page needs an API key");
            Look.everywhere(visit, "key");

            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("API key"))
                    .fill("not-the-key-at-all-000");
            page.keyboard().press("Enter");
            assertThat(page.getByText("That key was not accepted.")).isVisible();
            Look.briefly(visit, "key-refused");

            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("API key"))
                    .fill("key-of-the-kitchen-display");
            page.keyboard().press("Enter");
            assertThat(page.locator(".sleep .settled")).isVisible();
            assertThat(page.evaluate("JSON.stringify(localStorage) + document.cookie"))
                    .isEqualTo("{}");
            page.reload();
            assertThat(page.locator(".sleep .settled")).isVisible();
            assertThat(page.url()).doesNotContain("key-of");
        }
    }
}
