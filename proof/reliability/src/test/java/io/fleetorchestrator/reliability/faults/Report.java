package io.fleetorchestrator.reliability.faults;

import io.fleetorchestrator.reliability.oracle.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of all faults, rewritten after each. */
final class Report {

    private static final Path FILE = Path.of("target", "faults.md");

    private final List<String> rows = new ArrayList<>();

    Report() {
        rows.add("| fault | runs | asked | lost | duplicated | violations | recovery p95 |");
        rows.add("|---|--:|--:|--:|--:|--:|--:|");
    }

    void add(String fault, int runs, int asked, Findings findings, List<Duration> recoveries) {
        row("| %s | %d | %,d | %d | %d | %d | %s |"
                .formatted(
                        fault,
                        runs,
                        asked,
                        findings.lost().size(),
                        findings.duplicated().size(),
                        findings.violations().size(),
                        p95(recoveries)));
    }

    /** A positive control: the number of planted errors, and of those found. */
    void control(String planted, int times, int caught) {
        row("| control: %s planted | %d | | | | caught %d/%d | |".formatted(planted, times, caught, times));
    }

    private void row(String row) {
        rows.add(row);
        System.out.println(row);
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, String.join("\n", rows) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String p95(List<Duration> recoveries) {
        if (recoveries.isEmpty()) {
            return "–";
        }
        var sorted = recoveries.stream().sorted().toList();
        var p95 = sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
        return String.format(Locale.ROOT, "%.1f s", p95.toMillis() / 1000.0);
    }
}
