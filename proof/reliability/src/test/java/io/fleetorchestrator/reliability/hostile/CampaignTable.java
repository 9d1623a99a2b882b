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

/** What was sent, and its outcome, for docs/reliability.md. */
final class CampaignTable {

    private static final Path FILE = Path.of("target", "hostile.md");

    private final List<String> rows = new ArrayList<>();

    private CampaignTable() {
        rows.add("| input kind | records | survived | lost | twice |");
        rows.add("|---|--:|--:|--:|--:|");
    }

    static CampaignTable of(List<Sent> sent, Findings findings) {
        var table = new CampaignTable();
        Map<String, List<Sent>> byRow =
                sent.stream().collect(Collectors.groupingBy(Sent::row, TreeMap::new, Collectors.toList()));
        byRow.forEach((row, records) ->
                table.add(row, records, among(records, findings.lost()), among(records, findings.duplicated())));
        table.add("all", sent, findings.lost().size(), findings.duplicated().size());
        return table;
    }

    /** The check starts after all readers are past all records and every service is alive. */
    private void add(String row, List<Sent> records, long lost, long twice) {
        int count = records.size();
        rows.add("| %s | %,d | %,d | %d | %d |".formatted(row, count, count, lost, twice));
    }

    private static long among(List<Sent> records, List<String> found) {
        var labels = records.stream().map(Sent::label).collect(Collectors.toSet());
        return found.stream()
                .flatMap(text -> Label.in(text).stream())
                .filter(labels::contains)
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
