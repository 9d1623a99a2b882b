package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.startup.StartupBench;
import io.fleetorchestrator.benchmarks.startup.StartupBench.Alone;
import io.fleetorchestrator.benchmarks.startup.StartupBench.Everything;
import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.embedded.FreePort;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fleet bench startup}. */
@Command(
        name = "startup",
        description = "From nothing to the page and the first decision of 'fleet up', and to ready of each service,"
                + " beside a JVM that does nothing.")
final class StartupCommand implements Callable<Integer> {

    @Mixin
    BenchOptions options = new BenchOptions();

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(cluster -> new StartupBench(cluster, up(), services(), options.rounds).run(options::print));
    }

    private Everything up() {
        var arguments = new ArrayList<>(List.of("up", "--http-port", Integer.toString(FreePort.find())));
        if (options.brief) {
            arguments.addAll(List.of("--history", "P14D"));
        }
        // The command that this one is part of; it may not be named here, for it names us.
        return new Everything(command.root().userObject().getClass(), arguments, "page on ", "APPROVED");
    }

    private static List<Alone> services() {
        return List.of(
                new Alone("scheduler", Scheduler.class, List.of()),
                new Alone("forecaster", Forecaster.class, List.of()),
                new Alone("producer", TelemetryProducer.class, List.of()),
                new Alone("center", CommandCenter.class, List.of("--web-port", "0")));
    }
}
