package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Hands models to all running forecasters. */
final class ModelPublisher implements AutoCloseable {

    private final KafkaProducer<String, ModelArtifact> producer;
    private final String topic;

    ModelPublisher(KafkaConnection connection, AvroSerdes serdes, int mostBytes) {
        this.topic = Topics.FORECAST_MODELS.name(connection.service().topicPrefix());
        this.producer = new KafkaProducer<>(
                config(connection, mostBytes),
                new StringSerializer(),
                serdes.valueSerde(Topics.FORECAST_MODELS).serializer());
    }

    private static Map<String, Object> config(KafkaConnection connection, int mostBytes) {
        var config = new HashMap<>(connection.producer());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, mostBytes);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return config;
    }

    /** Returns once the model is safe. */
    void publish(ModelArtifact artifact) throws InterruptedException {
        var key = artifact.getSignal().name();
        var record = new ProducerRecord<>(topic, null, artifact.getTrainedAt().toEpochMilli(), key, artifact);
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new KafkaException("model " + artifact.getModelId() + " could not be published", e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
