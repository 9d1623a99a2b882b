package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.decisions.DecisionsBench;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet bench decisions}. */
@Command(
        name = "decisions",
        description = "Decisions per second and their latency, compared with a transactional copy.")
final class DecisionsCommand implements Callable<Integer> {

    private static final long SHORT = 20_000;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "1000,2000,5000,10000,15000,20000,30000,40000",
            paramLabel = "N",
            description = "Requests per second, raised until a rate is not sustained. Default: ${DEFAULT-VALUE}")
    List<Integer> rates = List.of();

    @Option(
            names = "--length",
            defaultValue = "10s",
            paramLabel = "DURATION",
            description = "Length of each rate. Default: ${DEFAULT-VALUE}")
    Duration length = Duration.ZERO;

    @Option(
            names = "--requests",
            defaultValue = "200000",
            paramLabel = "N",
            description = "Backlog of requests for the drain. Default: ${DEFAULT-VALUE}")
    long requests;

    @Override
    public Integer call() throws Exception {
        return options.run(cluster -> new DecisionsBench(cluster, plan()).run(options::print));
    }

    private DecisionsBench.Plan plan() {
        return options.brief
                ? new DecisionsBench.Plan(
                        options.rounds, options.threads, SHORT, rates.subList(0, 1), Duration.ofSeconds(3))
                : new DecisionsBench.Plan(options.rounds, options.threads, requests, rates, length);
    }
}
