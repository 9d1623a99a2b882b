package io.fleetorchestrator.cli.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A chart of a forecast interval and a limit in characters: one column per hour, one row per step of the scale. */
public final class BandChart {

    /** One hour of the band. */
    public record Hour(double lower, double point, double upper, double bound) {
        private DoubleStream values() {
            return DoubleStream.of(lower, point, upper, bound).filter(Double::isFinite);
        }
    }

    private static final char BAND = '░';
    private static final char POINT = '●';
    private static final char BOUND = '▔';
    private static final char LIMIT = '─';
    private static final char OVER = '!';
    /** Columns of the scale on the left. */
    private static final int GUTTER = 7;

    private final List<Hour> hours;
    private final double limit;
    private final int rows;
    private final int columnWidth;

    public BandChart(List<Hour> hours, double limit, int rows, int columns) {
        this.hours = List.copyOf(hours);
        this.limit = limit;
        this.rows = rows;
        this.columnWidth = Math.max(1, (columns - GUTTER - 1) / Math.max(1, hours.size()));
    }

    /** The chart as text, highest value first, with the scale on the left and hours ahead below. */
    public String render() {
        var scale = new Scale(
                Math.max(limit, values().max().orElse(limit)) + 0.5,
                Math.min(limit, values().min().orElse(limit)) - 0.5,
                rows);
        return IntStream.range(0, rows)
                .mapToObj(row -> line(row, scale) + System.lineSeparator())
                .collect(Collectors.joining("", "", axis()));
    }

    /** The row of a value. */
    private record Scale(double top, double bottom, int rows) {
        int row(double value) {
            return Double.isFinite(value) ? (int) ((top - value) * rows / (top - bottom)) : -1;
        }

        double middle(int row) {
            return top - (row + 0.5) * (top - bottom) / rows;
        }
    }

    private DoubleStream values() {
        return hours.stream().flatMapToDouble(Hour::values);
    }

    private String line(int row, Scale scale) {
        boolean isLimit = scale.row(limit) == row;
        var cells = new char[hours.size() * columnWidth];
        Arrays.fill(cells, isLimit ? LIMIT : ' ');
        for (int hour = 0; hour < hours.size(); hour++) {
            draw(hours.get(hour), row, scale, cells, hour * columnWidth);
        }
        return String.format(Locale.ROOT, "%6.1f ", isLimit ? limit : scale.middle(row))
                + new String(cells).stripTrailing();
    }

    private void draw(Hour hour, int row, Scale scale, char[] cells, int start) {
        if (row >= scale.row(hour.upper()) && row <= scale.row(hour.lower())) {
            Arrays.fill(cells, start, start + columnWidth, BAND);
        }
        if (row == scale.row(hour.bound())) {
            Arrays.fill(cells, start, start + columnWidth, hour.bound() > limit ? OVER : BOUND);
        }
        if (row == scale.row(hour.point())) {
            cells[start + columnWidth / 2] = POINT;
        }
    }

    private String axis() {
        var axis = new StringBuilder("   +h  ").append(" ".repeat(hours.size() * columnWidth + 2));
        for (int hour = 1; hour <= hours.size(); hour += hour == 1 ? 5 : 6) {
            var label = Integer.toString(hour);
            int at = GUTTER + (hour - 1) * columnWidth + columnWidth / 2;
            axis.replace(at, at + label.length(), label);
        }
        return axis.toString().stripTrailing() + System.lineSeparator();
    }
}
