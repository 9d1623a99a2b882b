package io.fleetorchestrator.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real browser for tests of pages; Debian's package chromium brings one, and without it they are skipped. */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final int HEIGHT = 900;

    /** The page and all behind it share two cores with the browser: patience costs nothing where things go well. */
    private static final double PATIENCE_MS = 60_000;

    private final List<String> complaints = new ArrayList<>();
    private final List<Page> open = new ArrayList<>();
    private Optional<Playwright> playwright = Optional.empty();
    private Optional<Browser> browser = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no " + PROGRAM + "; apt-get install chromium brings it");
        var driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = Optional.of(driver);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        browser = Optional.of(driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        // As root, and with the small /dev/shm of a container, Chromium starts in no other way.
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))));
    }

    /** A new page, whose errors are noted down; it is closed after the test. */
    public Page page(int width, ColorScheme theme) {
        var page = browser.orElseThrow()
                .newPage(new Browser.NewPageOptions()
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(theme));
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        open.add(page);
        return page;
    }

    /** Errors of the console and of scripts, of all pages of this test. */
    public List<String> complaints() {
        return complaints;
    }

    /** What keeps people out of the page: the serious violations that axe-core finds. */
    public List<String> violations(Page page) {
        page.evaluate(axe());
        var found = (List<?>) page.evaluate("async () => (await axe.run()).violations"
                + ".filter(found => ['serious', 'critical'].includes(found.impact))"
                + ".map(found => found.id + ': ' + found.nodes.map(node => node.html.slice(0, 160)).join(' | '))");
        return found.stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (var script = Chromium.class.getResourceAsStream(AXE)) {
            return new String(Objects.requireNonNull(script, AXE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(Page::close);
        open.clear();
        complaints.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        playwright.ifPresent(Playwright::close);
    }
}
