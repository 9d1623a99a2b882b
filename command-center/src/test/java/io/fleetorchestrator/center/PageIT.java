package io.fleetorchestrator.center;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.Chromium;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, with a stand-in for the scheduler. */
class PageIT {

    @Order(1)
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Order(2)
    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static CenterUnderTest center;
    private Page page;

    @BeforeAll
    static void start() {
        center = CenterUnderTest.start(KAFKA);
        center.post("/api/v1/workloads?wait=PT30S", body("seed-approved", "nightly training", 12));
        center.post("/api/v1/workloads?wait=PT30S", body("seed-blocked", "video backlog", 60));
        center.post("/api/v1/workloads?wait=PT30S", body("seed-hostile", Records.HOSTILE, 3));
    }

    @AfterAll
    static void stop() {
        center.close();
    }

    @BeforeEach
    void open() {
        page = CHROMIUM.page(1440, ColorScheme.LIGHT);
    }

    @Test
    void showsTheDecisionOnASubmittedWorkloadWithoutReload() {
        go("submit");
        page.fill("#name", "from the page");
        page.fill("#power", "5");
        page.click("#go");

        assertThat(page.locator("[data-verdict=APPROVED]")).containsText("from the page");
        assertThat(CHROMIUM.complaints()).isEmpty();
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

        center.post("/api/v1/workloads?wait=PT30S", body("live-" + System.nanoTime(), "seen at once", 2));

        assertThat(page.locator("#decisions li").first()).containsText("seen at once");
    }

    @Test
    void missesNoDecisionThatArrivesWhileItLoads() {
        page.route("**/api/v1/decisions?*", route -> {
            var before = route.fetch();
            center.post("/api/v1/workloads?wait=PT30S", body("while-" + System.nanoTime(), "decided meanwhile", 2));
            route.fulfill(new Route.FulfillOptions().setResponse(before));
        });

        go("risk");

        assertThat(page.locator("#decisions")).containsText("decided meanwhile");
    }

    @Test
    void showsAnEarlierForecast() {
        go("risk");
        page.click("[aria-label='One hour earlier']");

        assertThat(page.locator("[data-past]")).containsText("measured since");
    }

    @Test
    void changesTheFiguresWithTheSliderAndTheToggle() {
        go("outcome");
        var carbon = page.locator("#outcome .card strong").first();
        assertThat(carbon).not().isEmpty();
        var with = carbon.textContent();
        page.click("text=Without orchestration");
        assertThat(carbon).not().hasText(with);
        var shift = page.locator("[data-shift]");
        assertThat(shift).containsText("10.0 MW");
        page.locator("#shift").fill("20");

        assertThat(shift).containsText("20.0 MW");
    }

    @Test
    void reconnectsAfterARestartOfTheServer() {
        go("risk");
        assertThat(page.locator("#link")).hasText("live");

        center.restart();

        assertThat(page.locator("#link")).hasText("live");
        center.post("/api/v1/workloads?wait=PT30S", body("back-" + System.nanoTime(), "after the restart", 2));
        assertThat(page.locator("#decisions")).containsText("after the restart");
    }

    @Test
    void showsHostileNamesAsText() {
        go("risk");

        assertThat(page.locator("#decisions")).containsText(Records.HOSTILE);
        assertThat(page.locator("#decisions img").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk", "carbon-water", "outcome", "trust", "submit"})
    void showsEveryViewAfterRecordsWithEachFieldAtItsExtreme(String view) {
        if (!center.get("/api/v1/advisories?limit=500").body().contains(Absurd.LAST)) {
            Absurd.decisions().forEach(decision -> send(Topics.WORKLOAD_DECISIONS, decision));
            Absurd.advisories().forEach(advisory -> send(Topics.FLEET_ADVISORIES, advisory));
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> center.get("/api/v1/decisions?limit=500").body().contains(Absurd.LAST)
                        && center.get("/api/v1/advisories?limit=500").body().contains(Absurd.LAST));

        go(view);

        assertThat(page.locator("main .panel").first()).isVisible();
        assertThat(page.locator("main > .notice.bad")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("Try again");
        if (view.equals("risk")) {
            assertThat(page.locator("#decisions")).containsText("invalid time");
            assertThat(page.locator("#decisions")).containsText("nightly training");
            assertThat(page.locator("#decisions")).not().containsText("cannot be shown");
        }
        page.waitForTimeout(900); // until the charts have finished their first drawing
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve("absurd-" + view + ".png")));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @Test
    void staysLiveAfterAnEventWithEachFieldAtItsExtreme() {
        go("risk");
        assertThat(page.locator("#link")).hasText("live");

        Absurd.decisions().forEach(decision -> send(Topics.WORKLOAD_DECISIONS, decision));
        center.post("/api/v1/workloads?wait=PT30S", body("after-" + System.nanoTime(), "after the absurd", 2));

        assertThat(page.locator("#decisions li").first()).containsText("after the absurd");
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static <V> void send(Topic<V> topic, V value) {
        center.topics().send(topic, Records.FLEET, value, center.now());
    }

    @Test
    void opensTheDocumentationOfTheApi() {
        page.navigate(center.url("/docs"));

        assertThat(page.locator(".info .title")).containsText("Global Fleet Orchestrator");
        assertThat(page.locator(".opblock-summary-path").first()).isVisible();
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @Test
    void showsTimesInTheChosenZone() {
        go("risk");
        assertThat(page.locator("#zone")).hasText("UTC");
        assertThat(page.locator("main")).containsText("UTC by");

        page.click("#zone");

        assertThat(page.locator("main")).containsText("local by");
    }

    @Test
    void isUsedByKeyboardAlone() {
        go("risk");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();

        page.focus("nav a[href='#/submit']");
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1")).hasText("Submit");
        page.focus("#power");
        page.keyboard().press("Enter");

        assertThat(page.locator("[data-verdict=APPROVED]")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk", "carbon-water", "outcome", "trust", "submit"})
    void isAccessibleAndSilentInEachViewAtEachWidthAndTheme(String view) {
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {390, 1440}) {
                page = CHROMIUM.page(width, theme);
                go(view);
                page.waitForTimeout(900); // until the charts have finished their first drawing
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(view + "-" + width + "-" + theme + ".png")));

                assertThat(CHROMIUM.violations(page)).isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .isLessThanOrEqualTo(0);
                assertThat(CHROMIUM.complaints()).isEmpty();
            }
        }
    }

    private void go(String view) {
        page.navigate(center.url("/#/" + view));
        assertThat(page.locator("main h1")).isVisible();
    }

    private static String body(String id, String name, double powerMw) {
        return "{\"requestId\":\"" + id + "\",\"name\":\"" + name
                + "\",\"homeRegion\":\"arizona\",\"durationHours\":4,\"powerMw\":" + powerMw + "}";
    }
}
