package io.fleetorchestrator.benchmarks.ingest;

import io.fleetorchestrator.benchmarks.ceiling.PlainConsumer;
import io.fleetorchestrator.benchmarks.ceiling.TransactionalCopy;
import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.benchmarks.cluster.GroupProgress;
import io.fleetorchestrator.benchmarks.figures.Figures;
import io.fleetorchestrator.benchmarks.figures.Spread;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;

/**
 * Readings per second through the forecaster, exactly once, from bytes in the topic to committed hours and forecasts,
 * compared with a plain consumer and a transactional copy of the same topic in the same round.
 */
public final class IngestBench {

    /** Readings before the measurement starts: start-up and the first compilations are not throughput. */
    private static final double WARM_UP_SHARE = 0.2;

    private final BenchCluster cluster;
    private final int rounds;
    private final int threads;

    public IngestBench(BenchCluster cluster, int rounds, int threads) {
        this.cluster = cluster;
        this.rounds = rounds;
        this.threads = threads;
    }

    /** Publishes the telemetry once, then reads it in each round; the first round is a warm-up. */
    public Figures run(Telemetry telemetry) throws InterruptedException {
        var prefix = "ingest-" + telemetry.regions() + ".";
        cluster.prepare(prefix);
        long records = telemetry.publish(cluster, prefix);
        round(prefix, records, 0);
        var forecaster = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var consumer = new ArrayList<Double>();
        var copy = new ArrayList<Double>();
        var topic = Topics.TELEMETRY_READINGS.name(prefix);
        for (int round = 1; round <= rounds; round++) {
            var measured = round(prefix, records, round);
            forecaster.add(measured.perSecond());
            cpu.add(measured.cpuMicros());
            consumer.add(PlainConsumer.perSecond(cluster, topic, records));
            copy.add(TransactionalCopy.perSecond(cluster, topic, records));
        }
        return figures(telemetry, records, Spread.of(forecaster), Spread.of(consumer), Spread.of(copy))
                .put("cpuMicrosPerReading", Spread.of(cpu));
    }

    private Figures figures(Telemetry telemetry, long records, Spread forecaster, Spread consumer, Spread copy) {
        return Figures.of("ingest")
                .put("regions", telemetry.regions())
                .put("records", records)
                .put("intervalMs", telemetry.interval().toMillis())
                .put("rounds", rounds)
                .put("threads", threads)
                .put("perSecond", forecaster)
                .put("ceilingPerSecond", consumer)
                .put("ratio", forecaster.median() / consumer.median())
                .put("copyPerSecond", copy)
                .put("ratioToCopy", forecaster.median() / copy.median())
                .put("microsPerReading", 1e6 / forecaster.median());
    }

    /** The results of one round. */
    private record Measured(double perSecond, double cpuMicros) {}

    private Measured round(String prefix, long records, int round) throws InterruptedException {
        var group = prefix + "round-" + round;
        // Training would disturb the measurement.
        var flags = List.of("--threads", Integer.toString(threads), "--retrain-every", "PT0S");
        return cluster.during(new Forecaster(), prefix, group, flags, () -> measured(prefix, group, records));
    }

    private Measured measured(String prefix, String group, long records) throws InterruptedException {
        try (var progress = new GroupProgress(cluster, group, Topics.TELEMETRY_READINGS, prefix)) {
            var started = progress.await((long) (WARM_UP_SHARE * records));
            var ended = progress.await(records);
            return new Measured(started.perSecondUntil(ended), started.cpuMicrosPerRecordUntil(ended));
        }
    }
}
