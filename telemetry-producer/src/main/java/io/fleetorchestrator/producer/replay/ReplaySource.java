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

/** Recorded readings of several files, merged by time: as fast as Kafka takes them, or at a multiple of life. */
public final class ReplaySource implements Source {

    private final List<Recording> recordings;
    private final Map<String, String> fleetByRegion;
    private final Map<String, Instant> saidUntil;
    private final double speed;
    private final CatchUpPacer race;

    /**
     * @param fleetByRegion the fleets of the described regions; others are of the default fleet
     * @param saidUntil the last instant that an earlier run has said, by region
     * @param speed how much faster than life; 1 for as fast as it goes
     * @param badRows told of every row that cannot be read; it may throw
     */
    public ReplaySource(
            List<Path> files,
            Map<String, String> fleetByRegion,
            Map<String, Instant> saidUntil,
            double speed,
            Consumer<BadRowException> badRows) {
        this.recordings =
                files.stream().map(file -> new Recording(file, badRows)).toList();
        this.fleetByRegion = Map.copyOf(fleetByRegion);
        this.saidUntil = Map.copyOf(saidUntil);
        this.speed = speed;
        this.race = new CatchUpPacer(speed);
    }

    /**
     * What recordings hold.
     *
     * @param start the first instant, which says how far back history reaches
     */
    public record Extent(Optional<Instant> start, Set<String> regions) {}

    /** Looks through the files once. */
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
        return firstRecording().flatMap(Recording::peek).map(reading -> beat(reading.getObservedAt(), now));
    }

    private ReplayTick beat(Instant at, Instant now) {
        if (speed <= 1) {
            return new ReplayTick(Phase.BACKFILL, at, now, Double.POSITIVE_INFINITY);
        }
        return race.beat(at, now);
    }

    @Override
    public List<TelemetryReading> readings(ReplayTick beat) {
        var readings = new ArrayList<TelemetryReading>();
        for (var first = firstRecording(); isOf(beat, first); first = firstRecording()) {
            var reading = first.orElseThrow().take();
            reading.setFleet(fleetByRegion.getOrDefault(reading.getRegion(), reading.getFleet()));
            if (reading.getObservedAt().isAfter(saidUntil.getOrDefault(reading.getRegion(), Instant.MIN))) {
                readings.add(reading);
            }
        }
        return readings;
    }

    private static boolean isOf(ReplayTick beat, Optional<Recording> recording) {
        return recording
                .flatMap(Recording::peek)
                .filter(reading -> !reading.getObservedAt().isAfter(beat.at()))
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
