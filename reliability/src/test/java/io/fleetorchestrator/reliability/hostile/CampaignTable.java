package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.reliability.oracle.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was tried, and what came of it, for docs/reliability.md. */
final class CampaignTable {

    private static final Path FILE = Path.of("target", "hostile.md");

    private final List<String> rows = new ArrayList<>();

    private CampaignTable() {
        rows.add("| input kind | records | lost | twice |");
        rows.add("|---|--:|--:|--:|");
    }

    static CampaignTable of(List<Sent> sent, Findings findings) {
        var table = new CampaignTable();
        Map<String, List<Sent>> byRow =
                sent.stream().collect(Collectors.groupingBy(Sent::row, TreeMap::new, Collectors.toList()));
        byRow.forEach((row, records) -> table.rows.add("| %s | %,d | %d | %d |"
                .formatted(
                        row, records.size(), among(records, findings.lost()), among(records, findings.duplicated()))));
        table.rows.add("| all | %,d | %d | %d |"
                .formatted(
                        sent.size(),
                        findings.lost().size(),
                        findings.duplicated().size()));
        return table;
    }

    private static long among(List<Sent> records, List<String> found) {
        var labels = records.stream().map(Sent::label).collect(Collectors.toSet());
        return found.stream()
                .map(Ordinary.LABEL::matcher)
                .filter(label -> label.find() && labels.contains(label.group()))
                .count();
    }

    void print() {
        var text = String.join("\n", rows) + "\n";
        System.out.print(text);
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
