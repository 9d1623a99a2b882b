package io.fleetorchestrator.cli.terminal;

import io.fleetorchestrator.runtime.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows under headings; columns are as wide as their widest cell, and numbers are right-aligned. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row with one cell per heading. */
    public Table row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + headings.size() + " headings");
        }
        rows.add(Stream.of(cells).map(Visible::text).toList());
        return this;
    }

    /** The table as text, one line a row, each ending in a line break. */
    public String render() {
        var lines = new StringBuilder(line(headings));
        rows.forEach(row -> lines.append(line(row)));
        return lines.toString();
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                        .mapToObj(column -> padded(cells.get(column), column))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing()
                + System.lineSeparator();
    }

    private String padded(String cell, int column) {
        var padding = " ".repeat(width(column) - cell.length());
        return isNumeric(column) ? padding + cell : cell + padding;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(headings.get(column).length(), Math::max);
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().map(row -> row.get(column)).allMatch(Table::looksNumeric);
    }

    private static boolean looksNumeric(String cell) {
        return cell.isEmpty() || cell.equals("-") || cell.matches("[+-]?[\\d,.]+ ?[%°\\w/]*");
    }
}
