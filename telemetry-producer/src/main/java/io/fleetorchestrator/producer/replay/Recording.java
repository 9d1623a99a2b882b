package io.fleetorchestrator.producer.replay;

import io.fleetorchestrator.core.replay.BadRowException;
import io.fleetorchestrator.core.replay.ReadingCsv;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** One file of readings, in order of time. */
final class Recording implements AutoCloseable {

    private final Path file;
    private final BufferedReader lines;
    private final ReadingCsv csv;
    private final Consumer<BadRowException> badRows;
    private long lineNumber = 1;
    private Optional<TelemetryReading> next;

    /** @param badRows called for every row that cannot be read; it may throw */
    Recording(Path file, Consumer<BadRowException> badRows) {
        this.file = file;
        this.badRows = badRows;
        this.lines = TextFile.open(file);
        this.csv = ReadingCsv.withHeader(
                file.toString(), line().orElseThrow(() -> new IllegalArgumentException(file + ": the file is empty")));
        this.next = read();
    }

    /** The next reading, without taking it. */
    Optional<TelemetryReading> peek() {
        return next;
    }

    TelemetryReading take() {
        var taken = next.orElseThrow();
        next = read();
        return taken;
    }

    private Optional<TelemetryReading> read() {
        for (var line = line(); line.isPresent(); line = line()) {
            lineNumber++;
            if (line.get().isBlank()) {
                continue;
            }
            try {
                return Optional.of(csv.parse(lineNumber, line.get()));
            } catch (BadRowException e) {
                badRows.accept(e);
            }
        }
        return Optional.empty();
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
