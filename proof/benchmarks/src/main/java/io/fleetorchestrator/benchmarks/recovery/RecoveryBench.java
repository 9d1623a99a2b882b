package io.fleetorchestrator.benchmarks.recovery;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.benchmarks.cluster.ChildProcess;
import io.fleetorchestrator.benchmarks.cluster.Readiness;
import io.fleetorchestrator.benchmarks.decisions.Requests;
import io.fleetorchestrator.benchmarks.figures.Figures;
import io.fleetorchestrator.benchmarks.figures.Latencies;
import io.fleetorchestrator.embedded.FreePort;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Kills the scheduler's JVM, starts it again at once with the same name, and measures the time until a request sent after the
 * kill has a committed decision, and until all its state is restored. Its ceiling is the first start of a scheduler that has
 * nothing to restore.
 */
public final class RecoveryBench {

    private static final String PREFIX = "recovery.";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Short enough to measure with, long enough to be no load. */
    private static final Duration PROBE_EVERY = Duration.ofMillis(50);

    private final BenchCluster cluster;
    private final int kills;
    private final long requests;
    private final int port = FreePort.find();
    private final Requests ask = new Requests();
    private long probes;

    /** @param requests in the state of the scheduler before its first kill */
    public RecoveryBench(BenchCluster cluster, int kills, long requests) {
        this.cluster = cluster;
        this.kills = kills;
        this.requests = requests;
    }

    public Figures run() throws InterruptedException {
        cluster.prepare(PREFIX);
        ask.introduce(cluster, PREFIX);
        try (var serdes = cluster.serdes();
                var decisions = cluster.consumer(
                        Topics.WORKLOAD_DECISIONS.name(PREFIX),
                        serdes.valueSerde(Topics.WORKLOAD_DECISIONS).deserializer(),
                        "read_committed",
                        false)) {
            return run(decisions);
        }
    }

    private Figures run(Consumer<byte[], SchedulingDecision> decisions) throws InterruptedException {
        long started = System.nanoTime();
        var process = start();
        try {
            long first = awaitDecision(decisions) - started;
            fill(decisions);
            var recoveries = new long[kills];
            var restores = new long[kills];
            for (int kill = 0; kill < kills; kill++) {
                process.destroyForcibly().waitFor();
                long killed = System.nanoTime();
                process = start();
                recoveries[kill] = awaitDecision(decisions) - killed;
                Readiness.await(process, port);
                restores[kill] = System.nanoTime() - killed;
            }
            return figures(first, Latencies.ofNanos(recoveries), Latencies.ofNanos(restores));
        } finally {
            process.destroyForcibly();
        }
    }

    private Figures figures(long first, Latencies recoveries, Latencies restores) {
        return Figures.of("recovery")
                .put("kills", kills)
                .put("requestsInState", requests)
                .put("p50Ms", recoveries.ms(0.5))
                .put("p95Ms", recoveries.ms(0.95))
                .put("worstMs", recoveries.ms(1))
                .put("restoredP50Ms", restores.ms(0.5))
                .put("restoredP95Ms", restores.ms(0.95))
                .put("ceilingMs", first / 1e6)
                .put("ratio", first / 1e6 / recoveries.ms(0.5));
    }

    /** With an instance id, as in the chart, so that the group does not wait for the session timeout of the killed member. */
    private Process start() {
        var flags = cluster.flags(PREFIX, PREFIX + "scheduler", port, List.of("--instance-id", "scheduler-0"));
        return ChildProcess.of(Scheduler.class, List.of("-Xmx700m"), flags);
    }

    /** Fills the state of the scheduler, and waits until it is stored. */
    private void fill(Consumer<byte[], SchedulingDecision> decisions) {
        send("state", 0, requests);
        long seen = 0;
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (seen < requests && System.nanoTime() < giveUp) {
            for (var decision : decisions.poll(PROBE_EVERY)) {
                seen += decision.value().getRequestId().startsWith("state-") ? 1 : 0;
            }
        }
    }

    /** Sends probe after probe until the decision on one of them is readable; returns the time. */
    private long awaitDecision(Consumer<byte[], SchedulingDecision> decisions) {
        long from = probes;
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            send("probe", probes, probes + 1);
            probes++;
            for (var decision : decisions.poll(PROBE_EVERY)) {
                if (isProbe(decision.value().getRequestId(), from)) {
                    return System.nanoTime();
                }
            }
        }
        throw new IllegalStateException("no decision within " + PATIENCE);
    }

    private static boolean isProbe(String requestId, long from) {
        return requestId.startsWith("probe-") && Long.parseLong(requestId.substring("probe-".length())) >= from;
    }

    private void send(String run, long from, long to) {
        var topic = Topics.WORKLOAD_REQUESTS.name(PREFIX);
        try (var serdes = cluster.serdes();
                var sender = cluster.sender(serdes, Topics.WORKLOAD_REQUESTS)) {
            for (long number = from; number < to; number++) {
                var request = ask.request(run, number);
                sender.send(topic, request.getFleet(), request);
            }
        }
    }
}
