package io.fleetorchestrator.cli.up;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.fleetorchestrator.testing.Chromium;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page with the real simulator, forecaster, scheduler, broker and registry of {@code fleet up}. */
class PageOfUpIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MS = 120_000;

    private static UpUnderTest up;
    private Page page;

    @BeforeAll
    static void start() {
        up = UpUnderTest.start();
    }

    @AfterAll
    static void stop() {
        up.close();
    }

    @BeforeEach
    void open() {
        page = CHROMIUM.page(1440, ColorScheme.LIGHT);
    }

    @Test
    void showsTheDecisionOfTheSchedulerWithoutReload() {
        go("submit");
        page.fill("#name", "from the page");
        page.fill("#power", "2");
        page.click("#go");

        assertThat(page.locator("[data-verdict=APPROVED]")).containsText("from the page");
        page.click("nav a[href='#/risk']");
        assertThat(page.locator("#decisions")).containsText("from the page");
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @Test
    void showsADecisionOnARequestOfAnotherClient() {
        go("outcome");
        assertThat(page.locator("#link")).hasText("live");

        up.post("/api/v1/workloads", "{\"name\":\"of another\",\"powerMw\":0.5,\"durationHours\":1}");

        assertThat(page.locator("#decisions")).containsText("of another");
    }

    @Test
    void showsWhyAWorkloadIsBlockedAndWhereItWouldFit() {
        go("submit");
        // Wyoming's grid has 60 MW, of which its own load needs more than 24 in every hour, also at weekends.
        page.fill("#power", "36");
        page.uncheck("input[value=arizona]");
        page.uncheck("input[value=ireland]");
        page.click("#go");

        assertThat(page.locator("[data-verdict=BLOCKED]")).containsText("CAPACITY_EXCEEDED");
        assertThat(page.locator("[data-counter-offer]")).containsText("margin");
        page.click("text=Use the counter-offer");
        page.click("#dry-run");
        assertThat(page.locator("[data-verdict=APPROVED]")).containsText("dry run");
    }

    @Test
    void showsTheSavingsOfTheApiWithAndWithoutOrchestration() {
        go("outcome");
        var energy = page.locator("#outcome .card:nth-child(3) strong");

        // Repeated, because the simulator submits more workloads and the page follows a moment later.
        await().atMost(Duration.ofMinutes(1))
                .pollInSameThread()
                .untilAsserted(() -> assertThat(energy.textContent()).isEqualTo(energy("optimised")));
        page.click("text=Without orchestration");
        await().atMost(Duration.ofMinutes(1))
                .pollInSameThread()
                .untilAsserted(() -> assertThat(energy.textContent()).isEqualTo(energy("original")));
    }

    @Test
    void showsTheShiftOfTheApi() {
        go("outcome");
        page.locator("#shift").fill("15");
        var from = page.locator("#shift-result tbody tr").nth(0);
        var to = page.locator("#shift-result tbody tr").nth(1);
        assertThat(page.locator("[data-shift]")).containsText("MW");

        // Repeated, because new forecasts come meanwhile.
        await().atMost(Duration.ofMinutes(1)).pollInSameThread().untilAsserted(() -> {
            var answer = shiftOf15Percent(
                    from.locator("td").first().textContent(),
                    to.locator("td").first().textContent());

            assertThat(page.locator("[data-shift]").textContent()).contains(one(answer.get("shiftedMw")) + " MW");
            assertThat(from.textContent()).contains(one(answer.at("/fromAfter/boundC")) + " °C");
            assertThat(to.textContent()).contains(one(answer.at("/toAfter/boundC")) + " °C");
        });
    }

    private static JsonNode shiftOf15Percent(String from, String to) {
        return up.post("/api/v1/what-if", "{\"from\":\"%s\",\"to\":\"%s\",\"percent\":15}".formatted(from, to));
    }

    @Test
    void showsAnEarlierForecastWithItsOutcomes() {
        go("risk");
        page.click("[aria-label='One hour earlier']");
        page.click("[aria-label='One hour earlier']");

        assertThat(page.locator("[data-past]")).containsText("measured since");
        page.click("button:text-is('Now')");
        assertThat(page.locator("[data-past]")).hasCount(0);
    }

    @Test
    void reconnectsAfterARestart() {
        go("risk");
        assertThat(page.locator("#link")).hasText("live");

        up.restart(() -> assertThat(page.locator("#offline")).containsText("The connection was lost"));

        assertThat(page.locator("#link")).hasText("live", new HasTextOptions().setTimeout(PATIENCE_MS));
        assertThat(page.locator("#offline")).isHidden();
        up.post("/api/v1/workloads", "{\"name\":\"after the restart\",\"powerMw\":0.5,\"durationHours\":1}");
        assertThat(page.locator("#decisions"))
                .containsText("after the restart", new ContainsTextOptions().setTimeout(PATIENCE_MS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk", "carbon-water", "outcome", "trust", "submit"})
    void isAccessibleAndSilentInEachViewAtEachWidthAndTheme(String view) {
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {390, 1440}) {
                page = CHROMIUM.page(width, theme);
                go(view);
                page.waitForTimeout(900); // lets the charts finish their first drawing before the picture is taken
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(view + "-" + width + "-" + theme + ".png")));

                assertThat(CHROMIUM.violations(page)).isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .isLessThanOrEqualTo(0);
            }
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private void go(String view) {
        page.navigate(up.url("/#/" + view));
        assertThat(page.locator("main h1")).isVisible();
    }

    private static String energy(String kind) {
        double mwh = up.get("/api/v1/savings").at("/" + kind + "/energyMwh").asDouble();
        return mwh >= 999.5 ? significant(mwh / 1000) + " GWh" : significant(mwh) + " MWh";
    }

    private static String significant(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String one(JsonNode number) {
        return String.format(Locale.ENGLISH, "%,.1f", number.asDouble());
    }
}
