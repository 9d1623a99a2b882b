package io.fleetorchestrator.core.replay;

import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Readings as lines of {@code time,region,temperature_c,it_load_mw,carbon_g_per_kwh,water_l_per_kwh,
 * relative_humidity_pct,wind_speed_mps} and, if wanted, {@code flexible_load_mw,pue}. Columns may come in any order; all
 * but the first two may be missing. Cells may be quoted.
 */
public final class ReadingCsv {

    /** The header that {@link #line} writes under. */
    public static final String HEADER = Stream.concat(
                    Stream.of("time", "region"), ReadingColumn.ALL.stream().map(ReadingColumn::header))
            .collect(Collectors.joining(","));

    private final String file;
    private final List<String> headers;
    private final int timeAt;
    private final int regionAt;
    private final List<@Nullable ReadingColumn> columns;

    private ReadingCsv(String file, CsvLine header) {
        this.file = file;
        this.headers = header.cells();
        this.columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(column(headers.get(i), header.columns().get(i)));
        }
        this.timeAt = required("time");
        this.regionAt = required("region");
    }

    /** A reader of the lines under this header, the first line of the file. */
    public static ReadingCsv withHeader(String file, String header) {
        try {
            return new ReadingCsv(file, CsvLine.parseFirst(header));
        } catch (IllegalArgumentException malformed) {
            throw new BadRowException(file, 1, 1, String.valueOf(malformed.getMessage()));
        }
    }

    private @Nullable ReadingColumn column(String header, int at) {
        if (header.equals("time") || header.equals("region")) {
            return null;
        }
        return ReadingColumn.named(header)
                .orElseThrow(() ->
                        new BadRowException(file, 1, at, "'" + header + "' is not a column; columns are " + HEADER));
    }

    private int required(String header) {
        int at = headers.indexOf(header);
        if (at < 0) {
            throw new BadRowException(file, 1, 1, "column '" + header + "' is missing");
        }
        return at;
    }

    /** The reading of a line. Recordings have no fleet, so it is the default fleet of the contract. */
    public TelemetryReading parse(long lineNumber, String line) {
        var cells = cells(lineNumber, line);
        var reading = new TelemetryReading();
        reading.setFleet("global");
        reading.setFlexibleLoadMw(0.0);
        for (int i = 0; i < cells.size(); i++) {
            put(
                    reading,
                    i,
                    cells.cells().get(i).strip(),
                    lineNumber,
                    cells.columns().get(i));
        }
        return reading;
    }

    private CsvLine cells(long lineNumber, String line) {
        try {
            var cells = CsvLine.parse(line);
            if (cells.size() == headers.size()) {
                return cells;
            }
            throw new BadRowException(
                    file,
                    lineNumber,
                    1,
                    "'" + Culprit.of(line) + "' has " + cells.size() + " cells, the header " + headers.size());
        } catch (IllegalArgumentException malformed) {
            throw new BadRowException(file, lineNumber, 1, String.valueOf(malformed.getMessage()));
        }
    }

    private void put(TelemetryReading reading, int index, String cell, long line, int at) {
        var column = columns.get(index);
        if (column != null) {
            if (!cell.isEmpty()) {
                column.set(reading, number(cell, line, at));
            }
        } else if (index == timeAt) {
            reading.setObservedAt(instant(cell, line, at));
        } else if (index == regionAt) {
            reading.setRegion(name(cell, line, at));
        }
    }

    private double number(String cell, long line, int at) {
        try {
            double number = Double.parseDouble(cell);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Rejected below, like infinite numbers.
        }
        throw new BadRowException(file, line, at, "'" + cell + "' is not a number");
    }

    private Instant instant(String cell, long line, int at) {
        try {
            return Instant.parse(cell);
        } catch (DateTimeException e) {
            throw new BadRowException(
                    file, line, at, "'" + cell + "' is not a time; write it like 2026-01-31T12:00:00Z");
        }
    }

    private String name(String cell, long line, int at) {
        if (cell.isEmpty()) {
            throw new BadRowException(file, line, at, "'' is not a region");
        }
        return cell;
    }

    /** A reading as a line under {@link #HEADER}. */
    public static String line(TelemetryReading reading) {
        return Stream.concat(
                        Stream.of(reading.getObservedAt().toString(), reading.getRegion()),
                        ReadingColumn.ALL.stream().map(column -> column.text(reading)))
                .collect(Collectors.joining(","));
    }
}
