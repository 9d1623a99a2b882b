package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.inner.InnerBench;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.runtime.logging.Logging;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet bench inner}. */
@Command(
        name = "inner",
        description = "JMH benchmarks of features, prediction, calibration and placement. Needs no Kafka.")
final class InnerCommand implements Callable<Integer> {

    @Mixin
    BenchOptions options = new BenchOptions();

    @Override
    public Integer call() {
        Logging.silence();
        new InnerBench(options.rounds).run(options::print);
        return ExitCode.OK;
    }
}
