package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.startup.StartupBench;
import io.fleetorchestrator.benchmarks.startup.StartupBench.Alone;
import io.fleetorchestrator.benchmarks.startup.StartupBench.Everything;
import io.fleetorchestrator.cli.services.Services;
import io.fleetorchestrator.embedded.FreePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fleet bench startup}. */
@Command(
        name = "startup",
        description = "Time until 'fleet up' shows its page and its first decision, and until each service is ready,"
                + " compared with an empty JVM.")
final class StartupCommand implements Callable<Integer> {

    /** Ports besides that of metrics and health, by service. */
    private static final Map<String, List<String>> FREE_PORTS = Map.of("command-center", List.of("--web-port", "0"));

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
            arguments.addAll(List.of("--history", "14d"));
        }
        // The root command, looked up: naming its class here would make a cycle of packages.
        return new Everything(command.root().userObject().getClass(), arguments, "page on ", "APPROVED");
    }

    private static List<Alone> services() {
        return Services.all().stream()
                .map(service -> new Alone(
                        service.name(),
                        service.service().getClass(),
                        FREE_PORTS.getOrDefault(service.name(), List.of())))
                .toList();
    }
}
