package io.fleetorchestrator.center;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.fleetorchestrator.runtime.testing.KafkaEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser; Debian's package chromium brings one. */
class PageIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private static CenterUnderTest center;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM + "; apt-get install chromium brings it");
        center = CenterUnderTest.start(KAFKA);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        // As root, and with the small /dev/shm of a container, Chromium starts in no other way.
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        center.post("/api/v1/workloads?wait=PT10S", body("seed-approved", "nightly training", 12));
        center.post("/api/v1/workloads?wait=PT10S", body("seed-blocked", "video backlog", 60));
        center.post("/api/v1/workloads?wait=PT10S", body("seed-hostile", HOSTILE, 3));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
            center.close();
        }
    }

    @BeforeEach
    void open() {
        page = page(1440, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void showsTheDecisionOnASubmittedWorkloadWithoutReload() {
        go("submit");
        page.fill("#name", "from the page");
        page.fill("#power", "5");
        page.click("#go");

        assertThat(page.locator("[data-verdict=APPROVED]")).containsText("from the page");
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsWhyAWorkloadIsBlockedAndTakesTheCounterOffer() {
        go("submit");
        page.fill("#power", "60");
        page.click("#go");

        assertThat(page.locator("[data-verdict=BLOCKED]")).containsText("UPPER_BOUND_EXCEEDS_LIMIT");
        assertThat(page.locator("[data-counter-offer]")).containsText("wyoming");
        page.click("text=Use the counter-offer");
        assertThat(page.locator("input[value=wyoming]")).isChecked();
        assertThat(page.locator("input[value=arizona]")).not().isChecked();
    }

    @Test
    void comparesTheSlotsOfEachRegionInADryRun() {
        go("submit");
        page.click("#dry-run");

        assertThat(page.locator("#slots tbody tr")).hasCount(3);
        assertThat(page.locator("#result")).containsText("nothing reserved");
    }

    @Test
    void showsDecisionsOfOthersAsTheyHappen() {
        go("risk");
        assertThat(page.locator("#link")).hasText("live");

        center.post("/api/v1/workloads?wait=PT10S", body("live-" + System.nanoTime(), "seen at once", 2));

        assertThat(page.locator("#decisions li").first()).containsText("seen at once");
    }

    @Test
    void goesBackToWhatWasForecastBefore() {
        go("risk");
        page.click("[aria-label='One hour earlier']");

        assertThat(page.locator("[data-past]")).containsText("have come true");
    }

    @Test
    void changesTheNumbersWithTheSliderAndTheToggle() {
        go("outcome");
        var carbon = page.locator("#outcome .card strong").first();
        assertThat(carbon).not().isEmpty();
        var with = carbon.textContent();
        page.click("text=Without orchestration");
        assertThat(carbon.textContent()).isNotEqualTo(with);
        var shift = page.locator("[data-shift]");
        assertThat(shift).containsText("10.0 MW");
        page.locator("#shift").fill("20");

        assertThat(shift).containsText("20.0 MW");
    }

    @Test
    void comesBackAfterTheServerWasRestarted() {
        go("risk");
        assertThat(page.locator("#link")).hasText("live");

        center.restart();

        assertThat(page.locator("#link")).hasText("live", new HasTextOptions().setTimeout(20_000));
        center.post("/api/v1/workloads?wait=PT10S", body("back-" + System.nanoTime(), "after the restart", 2));
        assertThat(page.locator("#decisions")).containsText("after the restart");
    }

    @Test
    void showsHostileNamesAsText() {
        go("risk");

        assertThat(page.locator("#decisions")).containsText(HOSTILE);
        assertThat(page.locator("#decisions img").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk", "carbon-water", "outcome", "trust", "submit"})
    void isAccessibleAndSilentInEachViewAtEachWidthAndTheme(String view) throws Exception {
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {390, 1440}) {
                page.close();
                page = page(width, 900, theme);
                go(view);
                page.waitForTimeout(900); // lets the charts finish their first drawing before the picture is taken
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(view + "-" + width + "-" + theme + ".png")));

                assertThat(violations()).isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .isLessThanOrEqualTo(0);
                assertThat(complaints).isEmpty();
            }
        }
    }

    private List<?> violations() throws Exception {
        try (var axe = PageIT.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            page.evaluate(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) page.evaluate("async () => (await axe.run()).violations"
                + ".filter(found => ['serious', 'critical'].includes(found.impact))"
                + ".map(found => found.id + ': ' + found.nodes.map(node => node.html.slice(0, 160)).join(' | '))");
    }

    private void go(String view) {
        page.navigate(center.url("/#/" + view));
        assertThat(page.locator("main h1")).isVisible();
    }

    private Page page(int width, int height, ColorScheme theme) {
        var opened = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, height).setColorScheme(theme));
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    private static String body(String id, String name, double powerMw) {
        return "{\"requestId\":\"" + id + "\",\"name\":\"" + name
                + "\",\"homeRegion\":\"arizona\",\"durationHours\":4,\"powerMw\":" + powerMw + "}";
    }
}
