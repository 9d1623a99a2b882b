package io.fleetorchestrator.producer.replay;

import io.fleetorchestrator.core.replay.BadRowException;
import io.fleetorchestrator.producer.playback.CatchUpPacer;
import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.producer.playback.ReplayTick;
import io.fleetorchestrator.producer.playback.Source;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Recorded readings of several files, merged by time: as fast as Kafka accepts them, or at a multiple of real time. */
public final class ReplaySource implements Source {

    private final List<Recording> recordings;
    private final Map<String, String> fleetByRegion;
    private final Map<String, Instant> publishedUntil;
    private final double speed;
    private final CatchUpPacer pacer;

    /**
     * @param fleetByRegion the fleets of the described regions; other regions are in the default fleet
     * @param publishedUntil the last instant that an earlier run published, by region
     * @param speed as a multiple of real time; 1 for as fast as possible
     * @param badRows called for every row that cannot be read; it may throw
     */
    public ReplaySource(
            List<Path> files,
            Map<String, String> fleetByRegion,
            Map<String, Instant> publishedUntil,
            double speed,
            Consumer<BadRowException> badRows) {
        this.recordings =
                files.stream().map(file -> new Recording(file, badRows)).toList();
        this.fleetByRegion = Map.copyOf(fleetByRegion);
        this.publishedUntil = Map.copyOf(publishedUntil);
        this.speed = speed;
        this.pacer = new CatchUpPacer(speed);
    }

    /**
     * The content of recordings.
     *
     * @param start the first instant
     */
    public record Extent(Optional<Instant> start, Set<String> regions) {}

    /** Reads the files once. */
    public static Extent extent(List<Path> files) {
        var regions = new HashSet<String>();
        try (var source = new ReplaySource(files, Map.of(), Map.of(), 1, ignored -> {})) {
            var start = source.firstRecording().flatMap(Recording::peek).map(TelemetryReading::getObservedAt);
            for (var recording : source.recordings) {
                while (recording.peek().isPresent()) {
                    regions.add(recording.take().getRegion());
                }
            }
            return new Extent(start, regions);
        }
    }

    @Override
    public Optional<ReplayTick> next(Instant now) {
        return firstRecording().flatMap(Recording::peek).map(reading -> tick(reading.getObservedAt(), now));
    }

    private ReplayTick tick(Instant at, Instant now) {
        if (speed <= 1) {
            return new ReplayTick(Phase.BACKFILL, at, now, Double.POSITIVE_INFINITY);
        }
        return pacer.tick(at, now);
    }

    @Override
    public List<TelemetryReading> readings(ReplayTick tick) {
        var readings = new ArrayList<TelemetryReading>();
        for (var first = firstRecording(); isOf(tick, first); first = firstRecording()) {
            var reading = first.orElseThrow().take();
            reading.setFleet(fleetByRegion.getOrDefault(reading.getRegion(), reading.getFleet()));
            if (reading.getObservedAt().isAfter(publishedUntil.getOrDefault(reading.getRegion(), Instant.MIN))) {
                readings.add(reading);
            }
        }
        return readings;
    }

    private static boolean isOf(ReplayTick tick, Optional<Recording> recording) {
        return recording
                .flatMap(Recording::peek)
                .filter(reading -> !reading.getObservedAt().isAfter(tick.at()))
                .isPresent();
    }

    private Optional<Recording> firstRecording() {
        return recordings.stream()
                .filter(recording -> recording.peek().isPresent())
                .min(Comparator.comparing(
                        recording -> recording.peek().orElseThrow().getObservedAt()));
    }

    @Override
    public void close() {
        recordings.forEach(Recording::close);
    }
}
