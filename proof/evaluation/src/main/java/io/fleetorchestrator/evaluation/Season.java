package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.workload.WorkloadMix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Simulates a season with the scheduler, then without it, and compares the two. */
public final class Season {

    private final SeasonPlan plan;
    private final FleetModel fleet;
    private final TelemetryWorld world;
    private final Consumer<String> progress;

    private Season(SeasonPlan plan, FleetModel fleet, TelemetryWorld world, Consumer<String> progress) {
        this.plan = plan;
        this.fleet = fleet;
        this.world = world;
        this.progress = progress;
    }

    /** A season of the simulator. */
    public static SeasonResult ofTwin(SeasonPlan plan, FleetModel fleet, Consumer<String> progress) {
        return new Season(plan, fleet, new TwinWorld(plan.seed(), fleet), progress).play();
    }

    /** A recorded season from its first row on; the dates of the recording replace those of the plan. */
    public static SeasonResult ofRecording(
            SeasonPlan plan, FleetModel fleet, List<Path> files, Consumer<String> progress) {
        var world = new ReplayWorld(plan.seed(), fleet, files);
        var dated = new SeasonPlan(
                plan.seed(),
                world.begin().plus(plan.history()),
                plan.history(),
                plan.length(),
                plan.retrainEvery(),
                plan.requestsPerHour(),
                plan.offeredShare());
        if (dated.end().isAfter(world.begin().plus(world.length()))) {
            throw new IllegalArgumentException(
                    "the recording lasts " + world.length().toDays() + " days; history of "
                            + plan.history().toDays() + " days, season of "
                            + plan.length().toDays()
                            + " and two days after it do not fit in it");
        }
        return new Season(dated, fleet, world, progress).play();
    }

    private SeasonResult play() {
        var started = System.nanoTime();
        var record = scheduled();
        progress.accept("baseline: the same workloads immediately in their home regions");
        var atHome = new BaselineRun(plan, fleet, world);
        var everybody = atHome.play(record.answered().stream());
        var sameWork = atHome.play(record.approved());
        var account = SeasonSummary.of(fleet, record, sameWork, everybody);
        return new SeasonResult(plan, fleet, record, account, (System.nanoTime() - started) / 1e9);
    }

    private SeasonRecord scheduled() {
        Path state = scratch();
        try (var pipeline = new Pipeline(fleet, state, plan.start())) {
            var requests = new WorkloadMix(plan.seed(), fleet, plan.requestsPerHour(), plan.offeredShare());
            var tutor = new RetrainingSchedule(plan.retrainEvery(), plan.from());
            for (var at = plan.start().plus(SeasonPlan.BEAT); at.isBefore(plan.end()); at = at.plus(SeasonPlan.BEAT)) {
                beat(pipeline, requests, tutor, at);
            }
            return pipeline.record();
        } finally {
            delete(state);
        }
    }

    private void beat(Pipeline pipeline, WorkloadMix requests, RetrainingSchedule tutor, Instant at) {
        if (at.isAfter(plan.from()) && !at.isAfter(plan.lastRequest())) {
            requests.between(at.minus(SeasonPlan.BEAT), at).forEach(pipeline::request);
        }
        pipeline.pass(at);
        for (var reading : world.at(at, pipeline.placed())) {
            pipeline.read(reading).forEach(tutor::learn);
        }
        var models = tutor.due(at);
        if (!models.isEmpty()) {
            progress.accept(at + ": " + models.size() + " models retrained");
            models.forEach(pipeline::publish);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("fleet-evaluate-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
