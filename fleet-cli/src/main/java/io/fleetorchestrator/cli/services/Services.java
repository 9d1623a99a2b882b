package io.fleetorchestrator.cli.services;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.ProducerListener;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.scheduler.Scheduler;
import java.time.Clock;
import java.util.List;

/** All services. */
public final class Services {

    private Services() {}

    /** In the order in which records pass through them. */
    public static List<KnownService<?>> all() {
        return List.of(
                new KnownService<>(
                        new TelemetryProducer(Clock.systemUTC(), ProducerListener.NONE),
                        TelemetryProducer::main,
                        "Runs the telemetry producer: simulated or recorded telemetry, and workloads.",
                        List.of("--workloads", "true")),
                new KnownService<>(new Forecaster(), Forecaster::main, "Runs the forecaster."),
                new KnownService<>(new Scheduler(), Scheduler::main, "Runs the scheduler."),
                new KnownService<>(
                        new CommandCenter(), CommandCenter::main, "Runs the command center: web page and HTTP API."));
    }
}
