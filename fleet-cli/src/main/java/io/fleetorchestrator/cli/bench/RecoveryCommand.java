package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.recovery.RecoveryBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet bench recovery}. */
@Command(
        name = "recovery",
        description =
                "Time from the kill of the scheduler to its next committed decision, compared with a first start.")
final class RecoveryCommand implements Callable<Integer> {

    private static final long SHORT = 1000;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--kills",
            defaultValue = "10",
            paramLabel = "N",
            description = "Number of kills. Default: ${DEFAULT-VALUE}")
    int kills;

    @Option(
            names = "--requests",
            defaultValue = "100000",
            paramLabel = "N",
            description = "Requests in its state. Default: ${DEFAULT-VALUE}")
    long requests;

    @Override
    public Integer call() throws Exception {
        int times = options.brief ? 1 : kills;
        long state = options.brief ? Math.min(SHORT, requests) : requests;
        return options.run(cluster -> options.print(new RecoveryBench(cluster, times, state).run()));
    }
}
