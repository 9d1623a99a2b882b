package io.fleetorchestrator.testing;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the tables of settings in {@code docs/configuration.md} against the records they describe. */
public final class DocumentedSettings {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String UPDATE = "golden.update";

    private DocumentedSettings() {}

    /**
     * Fails when the page's table of this name differs from this one; {@code -Dgolden.update=true} writes the table into the
     * page instead.
     */
    public static void assertDocumented(String name, String table) {
        var begin = "<!-- settings of " + name + " -->\n\n";
        var end = "\n<!-- end -->";
        var page = read();
        var from = page.indexOf(begin) + begin.length();
        then(from).as("'%s' in %s", begin.strip(), PAGE).isGreaterThanOrEqualTo(begin.length());
        var to = page.indexOf(end, from);
        if (Boolean.getBoolean(UPDATE)) {
            write(page.substring(0, from) + table + page.substring(to));
        } else {
            then(page.substring(from, to))
                    .as("the settings of %s in %s; run again with -D%s=true and read the diff", name, PAGE, UPDATE)
                    .isEqualTo(table);
        }
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(String page) {
        try {
            Files.writeString(PAGE, page);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
