package io.fleetorchestrator.center;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fleetorchestrator.center.security.ApiKeys;
import io.fleetorchestrator.testing.Chromium;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a command center that requires credentials. */
class SignInIT {

    @Order(1)
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Order(2)
    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final String KEY = "a-long-and-random-key";

    private static CenterUnderTest center;

    private Page page;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        var keys = Files.writeString(directory.resolve("keys"), "robot:submitter:blue:" + ApiKeys.hash(KEY) + "\n");
        center = CenterUnderTest.start(KAFKA, "--api-keys-file", keys.toString());
    }

    @AfterAll
    static void stop() {
        center.close();
    }

    @BeforeEach
    void open() {
        page = CHROMIUM.page(1440, ColorScheme.LIGHT);
        page.navigate(center.url("/"));
        assertThat(page.locator("#sign-in")).isVisible();
    }

    @Test
    void signsInByEnter() {
        page.fill("#bearer", KEY);
        page.keyboard().press("Enter");

        assertThat(page.locator("#key")).hasText("robot");
        assertThat(page.locator("#sign-in")).isHidden();
        assertThat(page.locator("#link")).hasText("live");
        assertThat(page.locator("main .panel").first()).isVisible();
    }

    @Test
    void showsThatAKeyWasRefusedAndAllowsAnotherAttempt() {
        page.fill("#bearer", "another-key");
        page.click("#enter");
        assertThat(page.locator("#refused")).containsText("refused");

        page.fill("#bearer", "a key ❌");
        page.click("#enter");
        assertThat(page.locator("#refused")).containsText("ASCII");

        page.fill("#bearer", KEY);
        page.click("#enter");
        assertThat(page.locator("#key")).hasText("robot");
    }

    @Test
    void signsOut() {
        page.fill("#bearer", KEY);
        page.keyboard().press("Enter");
        assertThat(page.locator("#key")).hasText("robot");

        page.click("#key");
        page.click("#sign-out");

        assertThat(page.locator("#sign-in")).isVisible();
        assertThat(page.locator("#key")).hasText("Sign in");
    }
}
