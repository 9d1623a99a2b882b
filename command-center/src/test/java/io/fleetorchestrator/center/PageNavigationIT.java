package io.fleetorchestrator.center;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fleetorchestrator.testing.Chromium;
import io.fleetorchestrator.testing.KafkaEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moving through the page: addresses, focus, and what stays when another region, hour or view is opened. */
class PageNavigationIT {

    @Order(1)
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Order(2)
    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static CenterUnderTest center;

    private Page page;

    @BeforeAll
    static void start() {
        center = CenterUnderTest.start(KAFKA);
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
    void namesTheViewInTheTitleAndKeepsTheFocusOnItsLink() {
        go("risk");
        page.focus("nav a[href='#/trust']");
        page.keyboard().press("Enter");

        assertThat(page.locator("main h1")).hasText("Trust");
        assertThat(page).hasTitle("Trust – Global Fleet Orchestrator");
        assertThat(page.locator("nav a[href='#/trust']")).isFocused();
    }

    @Test
    void choosesTheNextRegionByArrowKeyAndKeepsTheFocusOnItsTab() {
        go("risk/arizona");
        page.focus("[role=tab][data-region=arizona]");

        page.keyboard().press("ArrowRight");

        assertThat(page.locator("[role=tab][data-region=ireland]")).hasAttribute("aria-selected", "true");
        assertThat(page.locator("[role=tab][data-region=ireland]")).isFocused();
    }

    @Test
    void showsThatARegionOfTheAddressDoesNotExist() {
        go("risk/atlantis");

        assertThat(page.locator("[data-unknown]")).containsText("atlantis");
        assertThat(page.locator("[role=tab][aria-selected=true]")).hasCount(1);
    }

    @Test
    void showsNoChartUnderTheTextThatThereIsNoForecast() {
        go("risk/arizona");
        assertThat(page.locator("details tbody tr").first()).isAttached();

        page.fill("input[type=datetime-local]", "2001-01-01T00:00");
        page.dispatchEvent("input[type=datetime-local]", "change");

        assertThat(page.locator("[data-none]")).containsText("no forecast");
        assertThat(page.locator("details tbody tr")).hasCount(0);
        page.click("button:text-is('Now')");
        assertThat(page.locator("details tbody tr").first()).isAttached();
    }

    @Test
    void showsTheFiguresOfTheForecastThatIsShown() {
        go("risk/arizona");
        assertThat(page.locator(".card").first()).containsText("Temperature now");

        page.click("[aria-label='One hour earlier']");

        assertThat(page.locator(".card").first()).containsText("Temperature then");
    }

    @Test
    void keepsTheFormWhileAnotherViewIsOpen() {
        go("submit");
        page.fill("#name", "half written");
        page.uncheck("input[value=ireland]");
        page.click("nav a[href='#/trust']");
        assertThat(page.locator("main h1")).hasText("Trust");

        page.click("nav a[href='#/submit']");

        assertThat(page.locator("#name")).hasValue("half written");
        assertThat(page.locator("input[value=ireland]")).not().isChecked();
        assertThat(page.locator("input[value=arizona]")).isChecked();
    }

    @Test
    void showsTheSlotsOfTheNewestDryRunOnly() {
        go("submit");
        page.click("#dry-run");
        assertThat(page.locator("#slots tbody tr")).hasCount(3);

        page.click("#go");

        assertThat(page.locator("#result")).containsText("approved");
        assertThat(page.locator("#slots tbody tr")).hasCount(0);
    }

    @Test
    void marksALoadAboveTheCapacityInTheWhatIf() {
        go("outcome");
        assertThat(page.locator("[data-shift]")).containsText("MW");

        page.locator("#shift").fill("50");

        assertThat(page.locator("#shift-result")).containsText("over capacity");
    }

    private void go(String view) {
        page.navigate(center.url("/#/" + view));
        assertThat(page.locator("main h1")).isVisible();
    }
}
