package io.fleetorchestrator.cli;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.forecaster.backtest.BacktestMain;
import io.fleetorchestrator.forecaster.training.TrainMain;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.runtime.service.ServiceMain;
import io.fleetorchestrator.scheduler.Scheduler;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The services, and the tools that read settings like them. They take their own flags, the same as in a container; so
 * these commands hand them on instead of reading them.
 */
final class ServiceCommands {

    private static final Map<String, String> DESCRIPTIONS = new TreeMap<>(Map.of(
            "produce", "Runs the telemetry producer: digital twin, replay, workloads.",
            "forecast", "Runs the forecaster.",
            "schedule", "Runs the scheduler.",
            "serve", "Runs the command center: HTTP API and live page.",
            "train", "Trains models on the closed hours and publishes what is worth it.",
            "backtest", "Runs the forecaster's code over CSV files and reports the figures."));

    private ServiceCommands() {}

    /** Whether the command line names one of these. */
    static boolean names(String[] args) {
        return args.length > 0 && DESCRIPTIONS.containsKey(args[0]);
    }

    /** Runs it to its end, which for a service is the end of the process. */
    static void run(String[] args) throws InterruptedException {
        var flags = Arrays.copyOfRange(args, 1, args.length);
        switch (args[0]) {
            case "produce" -> TelemetryProducer.main(flags);
            case "forecast" -> ServiceMain.run(new Forecaster(), flags);
            case "schedule" -> ServiceMain.run(new Scheduler(), flags);
            case "serve" -> ServiceMain.run(new CommandCenter(), flags);
            case "train" -> TrainMain.main(flags);
            case "backtest" -> BacktestMain.main(flags);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Lists them in the help. */
    static void describe(CommandLine fleet) {
        DESCRIPTIONS.forEach((name, description) -> {
            var spec = CommandSpec.create().name(name);
            spec.usageMessage().description(description);
            fleet.addSubcommand(name, spec);
        });
    }
}
