package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.reliability.oracle.Identity;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that submits requests at a steady rate, and keeps a list of the acknowledged ones. */
public final class Traffic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);

    /** An acknowledged request, and when it was sent. */
    public record Acked(Identity identity, long sentNanos) {}

    private final TopicSpace topics;
    private final IntFunction<List<WorkloadRequest>> requests;
    private final Serializer<WorkloadRequest> serializer;
    private final Producer<String, byte[]> producer;
    private final ConcurrentLinkedQueue<Acked> acked = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private int number;

    /** @param requests the n-th requests: one, or several at once */
    Traffic(String bootstrapServers, TopicSpace topics, IntFunction<List<WorkloadRequest>> requests) {
        this.topics = topics;
        this.requests = requests;
        this.serializer = topics.serdes().valueSerde(Topics.WORKLOAD_REQUESTS).serializer();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        // Longer than any fault here; a request without an acknowledgement needs no decision.
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 300_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 300_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends until {@link #stop}. */
    CompletableFuture<Void> start(int perSecond) {
        return CompletableFuture.runAsync(() -> send(() -> !stopped, perSecond), Traffic::run);
    }

    /** Sends this many; {@link #stop} is only for unlimited traffic. */
    CompletableFuture<Void> start(int count, int perSecond) {
        int end = number + count;
        return CompletableFuture.runAsync(() -> send(() -> number < end, perSecond), Traffic::run);
    }

    private static void run(Runnable task) {
        var thread = new Thread(task, "traffic");
        thread.setDaemon(true);
        thread.start();
    }

    private void send(BooleanSupplier more, int perSecond) {
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long due = System.nanoTime();
        while (more.getAsBoolean()) {
            requests.apply(number++).forEach(this::send);
            due += gap;
            LockSupport.parkNanos(due - System.nanoTime());
        }
        producer.flush();
    }

    private void send(WorkloadRequest request) {
        var topic = topics.name(Topics.WORKLOAD_REQUESTS);
        var bytes = serializer.serialize(topic, request);
        long sentNanos = System.nanoTime();
        var record = new ProducerRecord<>(topic, null, stamp(request), request.getFleet(), bytes);
        // The callback handles failures too; a request without an acknowledgement needs no decision.
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                acked.add(new Acked(Identity.of(request), sentNanos));
            } else {
                LOG.warn("{} of {} was not taken", request.getRequestId(), request.getFleet(), failure);
            }
        });
    }

    /** Brokers reject timestamps far ahead, so requests for the future have the present timestamp. */
    private static long stamp(WorkloadRequest request) {
        return Math.min(request.getSubmittedAt().toEpochMilli(), Instant.now().toEpochMilli());
    }

    /** Ends {@link #start(int)}. */
    void stop() {
        stopped = true;
    }

    List<Acked> acked() {
        return List.copyOf(acked);
    }

    @Override
    public void close() {
        stop();
        producer.close();
    }
}
