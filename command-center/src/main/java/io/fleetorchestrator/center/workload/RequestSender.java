package io.fleetorchestrator.center.workload;

import io.fleetorchestrator.client.WorkloadRequests;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes requests. A request is accepted only when the cluster has acknowledged it. */
public final class RequestSender implements AutoCloseable {

    /** An HTTP client does not wait for minutes: after this time it gets a 503 and may retry. */
    private static final int ACKNOWLEDGED_WITHIN_MS = 5_000;

    private final String topicPrefix;
    private final Producer<String, WorkloadRequest> producer;

    public RequestSender(Map<String, Object> config, AvroSerdes serdes, String topicPrefix) {
        this(new KafkaProducer<>(config(config), new StringSerializer(), values(serdes)), topicPrefix);
    }

    /** Publishes with this producer, and closes it. */
    public RequestSender(Producer<String, WorkloadRequest> producer, String topicPrefix) {
        this.topicPrefix = topicPrefix;
        this.producer = producer;
    }

    private static Serializer<WorkloadRequest> values(AvroSerdes serdes) {
        return serdes.valueSerde(Topics.WORKLOAD_REQUESTS).serializer();
    }

    private static Map<String, Object> config(Map<String, Object> given) {
        var config = new HashMap<>(given);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ACKNOWLEDGED_WITHIN_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ACKNOWLEDGED_WITHIN_MS - 1_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ACKNOWLEDGED_WITHIN_MS);
        return config;
    }

    /** Returns when the cluster has acknowledged the request. */
    public void send(WorkloadRequest request) throws InterruptedException {
        try {
            producer.send(WorkloadRequests.record(topicPrefix, request)).get();
        } catch (ExecutionException | KafkaException e) {
            throw new UnavailableException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
