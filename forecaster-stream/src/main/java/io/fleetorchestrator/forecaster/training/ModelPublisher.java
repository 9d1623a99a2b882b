package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.training.TrainingOutcome.Refused;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes models, and advisories about them. */
final class ModelPublisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerdes serdes;
    private final String prefix;

    ModelPublisher(KafkaConnection connection, AvroSerdes serdes, int mostBytes) {
        this.serdes = serdes;
        this.prefix = connection.service().topicPrefix();
        this.producer =
                new KafkaProducer<>(config(connection, mostBytes), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> config(KafkaConnection connection, int mostBytes) {
        var config = new HashMap<>(connection.producer());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, mostBytes);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return config;
    }

    /** Publishes a model and an advisory to each fleet. Returns when all are acknowledged. */
    void publish(Trained trained, Collection<String> fleets) throws InterruptedException {
        var artifact = trained.artifact();
        send(Topics.FORECAST_MODELS, artifact.getSignal().name(), artifact, artifact.getTrainedAt());
        for (String fleet : fleets) {
            send(ModelAdvisories.of(trained, fleet));
        }
    }

    /** Publishes an advisory to each fleet that there is no new model. */
    void refuse(Refused refused, Instant at, Collection<String> fleets) throws InterruptedException {
        for (String fleet : fleets) {
            send(ModelAdvisories.of(refused, at, fleet));
        }
    }

    private void send(Advisory advisory) throws InterruptedException {
        send(Topics.FLEET_ADVISORIES, advisory.getFleet(), advisory, advisory.getRaisedAt());
    }

    private <V> void send(Topic<V> topic, String key, V value, Instant at) throws InterruptedException {
        var name = topic.name(prefix);
        byte[] bytes = serdes.valueSerde(topic).serializer().serialize(name, value);
        try {
            producer.send(new ProducerRecord<>(name, null, at.toEpochMilli(), key, bytes))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(key + " could not be published on " + name, e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
