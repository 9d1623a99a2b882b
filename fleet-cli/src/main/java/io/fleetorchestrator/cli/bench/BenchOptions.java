package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.benchmarks.figures.Figures;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.runtime.logging.Logging;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of all benchmarks, and how they run. */
final class BenchOptions {

    @Option(
            names = "--rounds",
            defaultValue = "5",
            paramLabel = "N",
            description = "Rounds after the warm-up. Default: ${DEFAULT-VALUE}")
    int rounds;

    @Option(
            names = "--short",
            description = "Use a fraction of the records: a check that the benchmark runs, not a measurement.")
    boolean brief;

    @Option(
            names = "--threads",
            defaultValue = "1",
            paramLabel = "N",
            description = "Stream threads. Default: ${DEFAULT-VALUE}")
    int threads;

    @Mixin
    Output output = new Output();

    /** A benchmark on a cluster of its own. */
    interface Bench {

        void run(BenchCluster cluster) throws InterruptedException;
    }

    int run(Bench bench) throws Exception {
        Logging.silence();
        try (var environment = BenchEnvironment.open()) {
            bench.run(environment.cluster());
        }
        return ExitCode.OK;
    }

    void print(Figures figures) {
        output.print(figures.json(), figures.text());
    }
}
