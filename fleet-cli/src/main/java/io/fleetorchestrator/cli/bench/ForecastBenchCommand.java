package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.forecast.ForecastBench;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.runtime.logging.Logging;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet bench forecast}. */
@Command(
        name = "forecast",
        description = "Regions forecast per second when an hour closes, with and without trees. Needs no Kafka.")
final class ForecastBenchCommand implements Callable<Integer> {

    private static final int SHORT = 500;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--regions",
            defaultValue = "10000",
            paramLabel = "N",
            description = "Regions whose hour closes. Default: ${DEFAULT-VALUE}")
    int regions;

    @Override
    public Integer call() {
        Logging.silence();
        int count = options.brief ? Math.min(SHORT, regions) : regions;
        options.print(new ForecastBench(count, options.rounds).run());
        return ExitCode.OK;
    }
}
