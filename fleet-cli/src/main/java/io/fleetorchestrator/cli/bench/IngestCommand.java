package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.ingest.IngestBench;
import io.fleetorchestrator.benchmarks.ingest.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet bench ingest}. */
@Command(
        name = "ingest",
        description =
                "Readings per second through the forecaster, compared with a plain consumer and a transactional copy.")
final class IngestCommand implements Callable<Integer> {

    private static final long SHORT = 50_000;

    @Mixin
    BenchOptions options = new BenchOptions();

    @Option(
            names = "--regions",
            split = ",",
            defaultValue = "3,300,10000",
            paramLabel = "N",
            description = "Numbers of regions, one series for each. Default: ${DEFAULT-VALUE}")
    List<Integer> regions = List.of();

    @Option(
            names = "--readings",
            defaultValue = "1000000",
            paramLabel = "N",
            description =
                    "Readings of each series, or an hour of all regions if that is more. Default: ${DEFAULT-VALUE}")
    long readings;

    @Option(
            names = "--interval",
            defaultValue = "10s",
            paramLabel = "DURATION",
            description = "Time between two readings of a region. Default: ${DEFAULT-VALUE}, as in the simulator")
    Duration interval = Duration.ofSeconds(10);

    @Override
    public Integer call() throws Exception {
        return options.run(cluster -> {
            var bench = new IngestBench(cluster, options.rounds, options.threads);
            for (int series : regions) {
                options.print(bench.run(new Telemetry(series, count(series), interval)));
            }
        });
    }

    /** At least an hour of each region, so that the closed hours that belong to the readings are measured too. */
    private long count(int series) {
        long hour = series * Duration.ofHours(1).dividedBy(interval);
        return options.brief ? Math.min(SHORT, readings) : Math.max(readings, hour);
    }
}
