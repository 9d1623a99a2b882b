package io.fleetorchestrator.producer.replay;

import io.fleetorchestrator.producer.workload.TraceJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a trace of jobs: {@code arrival_h,duration_h,cpus}. */
public final class TraceFile {

    private static final String HEADER = "arrival_h,duration_h,cpus";

    private TraceFile() {}

    /** The jobs of a file, which may be compressed. */
    public static List<TraceJob> read(Path file) {
        try (var lines = TextFile.open(file)) {
            if (!HEADER.equals(lines.readLine())) {
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
        var cells = text.split(",", -1);
        try {
            if (cells.length == 3) {
                return new TraceJob(
                        Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":" + line + ": '" + text + "': " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(file + ":" + line + ": '" + text + "' does not have the cells " + HEADER);
    }
}
