package io.fleetorchestrator.runtime.streams;

import io.fleetorchestrator.runtime.failure.FailurePolicy;
import io.fleetorchestrator.runtime.health.Health;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running topology, until it is closed or has failed. */
public final class StreamsRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);

    private final KafkaStreams streams;
    private final StreamsSettings settings;
    private final Health.Gate gate;
    private final KafkaStreamsMetrics metrics;
    private final FailurePolicy policy;
    private final RestoreProgress restore = new RestoreProgress(this::restored);
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean rebalancing;

    private StreamsRunner(
            KafkaStreams streams,
            StreamsSettings settings,
            Health.Gate gate,
            KafkaStreamsMetrics metrics,
            FailurePolicy policy) {
        this.streams = streams;
        this.settings = settings;
        this.gate = gate;
        this.metrics = metrics;
        this.policy = policy;
    }

    /** Starts the topology and returns before partitions are assigned. The gate opens when it is running. */
    public static StreamsRunner start(
            Topology topology, Properties config, StreamsSettings settings, Health.Gate gate, MeterRegistry meters) {
        var streams = settings.instanceId()
                .map(name -> new KafkaStreams(topology, config, new NamedClients(name)))
                .orElseGet(() -> new KafkaStreams(topology, config));
        var policy = new FailurePolicy(settings.failures(), Clock.systemUTC());
        var runner = new StreamsRunner(streams, settings, gate, new KafkaStreamsMetrics(streams), policy);
        streams.setUncaughtExceptionHandler(policy);
        streams.setStateListener((now, before) -> runner.changed(now));
        streams.setGlobalStateRestoreListener(runner.restore);
        runner.metrics.bindTo(meters);
        gate.waitFor("partitions to be assigned");
        streams.start();
        return runner;
    }

    /** Waits for the end, and returns whether it was without a failure. */
    public boolean awaitEnd() throws InterruptedException {
        ended.await();
        return streams.state() != State.ERROR;
    }

    /** The running application, for queries of its state. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Commits finished work and stops. The next owner of the partitions repeats what was not finished in time. */
    @Override
    public void close() {
        var failed = streams.state() == State.ERROR;
        if (!streams.close(CloseOptions.timeout(settings.closeTimeout()))) {
            LOG.warn("Not closed within {}; work that was not committed will be repeated", settings.closeTimeout());
        }
        metrics.close();
        if (!failed) {
            gate.waitFor("a restart: it was closed");
        }
        ended.countDown();
    }

    /** Called by several threads; synchronized, so that progress is not reported after the end of the restore. */
    private synchronized void restored() {
        if (rebalancing) {
            gate.waitFor(restore.text());
        }
    }

    private synchronized void changed(State now) {
        LOG.info("Kafka Streams is {}", now);
        rebalancing = now == State.REBALANCING;
        switch (now) {
            case RUNNING -> gate.open();
            case REBALANCING -> gate.waitFor(restore.text());
            case ERROR -> {
                gate.fail(policy.end());
                ended.countDown();
            }
            case NOT_RUNNING -> ended.countDown();
            case CREATED, PENDING_SHUTDOWN, PENDING_ERROR -> gate.waitFor("the end");
        }
    }
}
