package io.fleetorchestrator.benchmarks.decisions;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.benchmarks.figures.Latencies;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Sends requests at a fixed rate, whatever the responses, and times each from its scheduled instant until its committed
 * decision is readable. A stall thus counts for all requests that come meanwhile.
 */
final class OpenLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long OPEN = -1;

    /** Three commit intervals: a sustained rate is this far behind at any time. */
    private static final double USUAL_LAG_SECONDS = 0.3;

    /**
     * The outcome of one run.
     *
     * @param answered requests with a decision
     * @param repeated decisions beyond the first of a request
     * @param behindSeconds delay of the decisions when the last request was sent
     */
    record Outcome(
            int sent, long answered, long repeated, double behindSeconds, double sentPerSecond, Latencies latencies) {

        /** Whether the rate is sustained: a delay in a short run would grow in a long one. */
        boolean keepsUp() {
            double allowed = Math.max(USUAL_LAG_SECONDS, Math.min(1, sent / sentPerSecond / 20));
            return answered == sent && behindSeconds < allowed;
        }
    }

    private final BenchCluster cluster;
    private final String prefix;
    private final Requests requests;

    OpenLoop(BenchCluster cluster, String prefix, Requests requests) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.requests = requests;
    }

    Outcome run(String name, int rate, Duration length) throws InterruptedException {
        int count = (int) (rate * length.toSeconds());
        try (var serdes = cluster.serdes();
                var decisions = cluster.consumer(
                        Topics.WORKLOAD_DECISIONS.name(prefix),
                        serdes.valueSerde(Topics.WORKLOAD_DECISIONS).deserializer(),
                        "read_committed",
                        false)) {
            return new Run(name, rate, count).run(serdes, decisions);
        }
    }

    /** The clock and the counts of one run. */
    private final class Run {

        private final String name;
        private final double nanosEach;
        private final long[] latencies;
        private final AtomicLong answered = new AtomicLong();
        private long repeated;
        private final long start = System.nanoTime() + Duration.ofMillis(200).toNanos();

        Run(String name, int rate, int count) {
            this.name = name;
            this.nanosEach = 1e9 / rate;
            this.latencies = new long[count];
            Arrays.fill(latencies, OPEN);
        }

        Outcome run(AvroSerdes serdes, Consumer<byte[], SchedulingDecision> decisions) throws InterruptedException {
            var reader = new Thread(() -> read(decisions), "decisions");
            reader.start();
            long sentNanos = send(serdes);
            long behind = latencies.length - answered.get();
            reader.join();
            var seen =
                    Arrays.stream(latencies).filter(latency -> latency != OPEN).toArray();
            double seconds = (sentNanos - start) / 1e9;
            return new Outcome(
                    latencies.length,
                    answered.get(),
                    repeated,
                    behind * nanosEach / 1e9,
                    latencies.length / seconds,
                    Latencies.ofNanos(seen));
        }

        private long send(AvroSerdes serdes) {
            var topic = Topics.WORKLOAD_REQUESTS.name(prefix);
            try (var sender = cluster.sender(serdes, Topics.WORKLOAD_REQUESTS)) {
                for (int number = 0; number < latencies.length; number++) {
                    awaitTurn(number);
                    var request = requests.request(name, number);
                    sender.send(topic, request.getFleet(), request);
                }
                return System.nanoTime();
            }
        }

        private long intended(int number) {
            return start + (long) (number * nanosEach);
        }

        private void awaitTurn(int number) {
            for (long left = intended(number) - System.nanoTime();
                    left > 0;
                    left = intended(number) - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }

        private void read(Consumer<byte[], SchedulingDecision> decisions) {
            long giveUp = intended(latencies.length) + PATIENCE.toNanos();
            while (answered.get() < latencies.length && System.nanoTime() < giveUp) {
                var records = decisions.poll(Duration.ofMillis(50));
                long now = System.nanoTime();
                records.forEach(record -> note(record.value().getRequestId(), now));
            }
        }

        private void note(String requestId, long now) {
            if (!requestId.startsWith(name + "-")) {
                return;
            }
            int number = Integer.parseInt(requestId.substring(name.length() + 1));
            if (latencies[number] == OPEN) {
                latencies[number] = now - intended(number);
                answered.incrementAndGet();
            } else {
                repeated++;
            }
        }
    }
}
