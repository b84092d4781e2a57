package io.github.fitbitproxy.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.fitbitproxy.support.FreePort;
import io.github.fitbitproxy.support.PackagedService;
import io.github.fitbitproxy.support.Skip;
import io.github.fitbitproxy.support.browser.Chromium;
import io.github.fitbitproxy.support.browser.Screen;
import io.github.fitbitproxy.support.browser.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exploring in a real browser, as the service is shipped: its content policy must let Swagger UI work, and nothing else. */
class SwaggerUiIT {

    private static final double PATIENCE_MILLIS = 20_000;

    @TempDir
    Path folder;

    @Test
    void showsTheOperationsAndAsksThem() {
        try (Chromium chromium = Chromium.startOrSkip();
                PackagedService service = PackagedService.start(
                        folder,
                        Map.of(
                                "QUARKUS_PROFILE", "demo",
                                "SIMULATOR_PORT", String.valueOf(FreePort.find()),
                                "PROXY_DATA_DIR", folder.resolve("data").toString()));
                Visit visit = chromium.visit(service.address("/"), Screen.DESKTOP_LIGHT)) {
            Page page = visit.page();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            page.navigate("/q/swagger-ui/");

            Locator sleep = page.locator("#operations-sleep-getSleepDay");
            sleep.locator(".opblock-summary-control").click();
            sleep.getByText("Try it out").click();
            sleep.locator("tr[data-param-name=date] input").fill("yesterday");
            sleep.getByText("Execute").click();

            Locator answer = sleep.locator(".live-responses-table .response").first();
            assertThat(answer).containsText("200");
            assertThat(answer).containsText("minutesAsleep");
            visit.screenshot("swagger-ui");
        }
    }

    @Test
    void takesNoPartOfTheStart() throws IOException {
        Path generated = Path.of("target/quarkus-app/quarkus/generated-bytecode.jar");
        Skip.unless(Files.exists(generated), "the jar was not built: this looks into it");
        try (ZipFile jar = new ZipFile(generated.toFile())) {
            Assertions.assertThat(jar.stream().map(ZipEntry::getName))
                    .as("what OpenApiOnDemand goes around")
                    .contains("io/quarkus/smallrye/openapi/runtime/OpenApiDocumentService_Subclass.class");
        }
    }
}
