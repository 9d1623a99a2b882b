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

/** A topology at work, until it is closed or has failed for good. */
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

    /** Starts, and returns while partitions are still being assigned; the gate says when the topology is at work. */
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

    /** Waits for the end, and says whether it was one in peace. */
    public boolean awaitEnd() throws InterruptedException {
        ended.await();
        return streams.state() != State.ERROR;
    }

    /** The running application, for queries of its state. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Commits what is done and leaves; what cannot be finished in time is undone by the next to take it over. */
    @Override
    public void close() {
        var failed = streams.state() == State.ERROR;
        if (!streams.close(CloseOptions.timeout(settings.closeTimeout()))) {
            LOG.warn("not closed within {}; unfinished work will be done again", settings.closeTimeout());
        }
        metrics.close();
        if (!failed) {
            gate.waitFor("a restart: it was closed");
        }
        ended.countDown();
    }

    /** Told by threads of their own: news of the restore must not come after that of its end. */
    private synchronized void restored() {
        if (rebalancing) {
            gate.waitFor(restore.text());
        }
    }

    private synchronized void changed(State now) {
        LOG.info("streams are {}", now);
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
