package io.fleetorchestrator.producer.replay;

import io.fleetorchestrator.core.replay.CsvLine;
import io.fleetorchestrator.producer.workload.TraceJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a trace of jobs: {@code arrival_h,duration_h,cpus}. */
public final class TraceFile {

    private static final List<String> COLUMNS = List.of("arrival_h", "duration_h", "cpus");
    private static final String HEADER = String.join(",", COLUMNS);

    private TraceFile() {}

    /** The jobs of a file, which may be compressed. */
    public static List<TraceJob> read(Path file) {
        try (var lines = TextFile.open(file)) {
            var header = lines.readLine();
            if (header == null || !CsvLine.parseFirst(header).cells().equals(COLUMNS)) {
                throw new IllegalArgumentException(file + ":1: the header must be " + HEADER);
            }
            var jobs = new ArrayList<TraceJob>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                jobs.add(job(file, jobs.size() + 2, line));
            }
            return jobs;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static TraceJob job(Path file, int line, String text) {
        try {
            var cells = CsvLine.parse(text).cells();
            if (cells.size() == COLUMNS.size()) {
                return new TraceJob(number(cells, 0), number(cells, 1), number(cells, 2));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":" + line + ": '" + text + "': " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(file + ":" + line + ": '" + text + "' does not have the cells " + HEADER);
    }

    private static double number(List<String> cells, int index) {
        return Double.parseDouble(cells.get(index));
    }
}
