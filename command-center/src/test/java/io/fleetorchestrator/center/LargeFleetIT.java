package io.fleetorchestrator.center;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fleetorchestrator.testing.Chromium;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page with two hundred regions, most of which have names with markup. */
class LargeFleetIT {

    @Order(1)
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Order(2)
    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final int REGIONS = 200;

    private static CenterUnderTest center;

    @BeforeAll
    static void start() {
        center = CenterUnderTest.startLarge(KAFKA, REGIONS);
    }

    @AfterAll
    static void stop() {
        center.close();
    }

    @Test
    void findsAnyRegionByItsName() {
        var page = open("risk", 1440);

        assertThat(page.locator("[aria-label=Region] option")).hasCount(REGIONS);
        page.selectOption("[aria-label=Region]", "region-150");

        assertThat(page.locator("[role=tab][data-region=region-150]")).hasAttribute("aria-selected", "true");
        assertThat(page.locator("[role=tab] img")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk", "carbon-water", "outcome", "trust", "submit"})
    void staysUsableInEachView(String view) {
        for (int width : new int[] {390, 1440}) {
            var page = open(view, width);
            page.waitForTimeout(600); // lets the charts finish their first drawing before the picture is taken
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "large-" + view + "-" + width + ".png")));

            assertThat(CHROMIUM.violations(page)).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isLessThanOrEqualTo(0);
            assertThat(page.locator("main img")).hasCount(0);
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static Page open(String view, int width) {
        var page = CHROMIUM.page(width, ColorScheme.LIGHT);
        page.navigate(center.url("/#/" + view));
        assertThat(page.locator("main h1")).isVisible();
        return page;
    }
}
