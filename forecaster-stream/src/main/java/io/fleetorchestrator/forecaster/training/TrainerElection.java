package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Elects one trainer among all instances. The topic of models has one partition, and the member of the consumer group that
 * owns this partition is the trainer (docs/adr/0007).
 */
public final class TrainerElection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrainerElection.class);

    private static final Duration POLL = Duration.ofSeconds(1);

    /** How often the history is read: rarely enough to cost little, often enough for a demo to get a model. */
    private static final Duration ROUND_INTERVAL = Duration.ofSeconds(5);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Retraining retraining;
    private final AvroSerdes serdes;
    private final PoisonSkippingReader reader;
    private final Map<String, Object> config;
    private final String topic;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread waiter;
    private final Thread trainer;
    private volatile boolean isTrainer;

    private TrainerElection(
            KafkaConnection connection,
            String group,
            AvroSerdes serdes,
            Retraining retraining,
            PoisonSkippingReader reader) {
        this.serdes = serdes;
        this.reader = reader;
        this.retraining = retraining;
        this.topic = Topics.FORECAST_MODELS.name(connection.service().topicPrefix());
        this.config = config(connection, group);
        this.waiter = new Thread(this::runElection, "trainer-election");
        this.trainer = new Thread(this::train, "trainer");
    }

    /** Joins the election, and trains while this instance is the trainer, until closed. */
    public static TrainerElection apply(
            KafkaConnection connection,
            String applicationId,
            TrainingSettings settings,
            int horizonHours,
            Confidence confidence,
            MeterRegistry meters) {
        var serdes = AvroSerdes.from(connection.registry());
        var retraining = new Retraining(connection, serdes, settings, horizonHours, confidence, meters);
        var reader = PoisonSkippingReader.of(Topics.FORECAST_MODELS, meters);
        var election = new TrainerElection(connection, applicationId + "-trainer", serdes, retraining, reader);
        election.waiter.setDaemon(true);
        election.trainer.setDaemon(true);
        election.waiter.start();
        election.trainer.start();
        return election;
    }

    private static Map<String, Object> config(KafkaConnection connection, String group) {
        var config = new HashMap<>(connection.consumer());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return config;
    }

    /** Joins the group again after any failure. */
    private void runElection() {
        try {
            do {
                joinGroup();
                isTrainer = false;
            } while (!closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("Left the election of the trainer");
        }
    }

    private void joinGroup() {
        try (var models = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                serdes.valueSerde(Topics.FORECAST_MODELS).deserializer())) {
            models.subscribe(List.of(topic), new TrainerAssignment(models));
            while (closing.getCount() > 0) {
                poll(models);
            }
        } catch (RuntimeException e) {
            LOG.warn("Joining the election of the trainer again after {}", e.toString());
        }
    }

    /** Polls in a thread of its own, so that a long training does not lose the partition. */
    private void poll(Consumer<String, ModelArtifact> models) {
        reader.poll(models, POLL).forEach(retraining::published);
    }

    /** Whether this instance is the trainer. */
    boolean isTrainer() {
        return isTrainer;
    }

    private void train() {
        try (retraining) {
            while (!closing.await(ROUND_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                if (isTrainer) {
                    round();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped training");
        }
    }

    /** A failed round is retried. Forecasts continue with the current models. */
    private void round() throws InterruptedException {
        try {
            retraining.round(() -> isTrainer && closing.getCount() > 0);
        } catch (RuntimeException e) {
            LOG.warn("Training failed; it will be retried", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            waiter.join(CLOSE_TIMEOUT.toMillis());
            // Native training cannot be interrupted; a daemon thread does not delay the end of the process.
            trainer.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        serdes.close();
    }

    /** Learns from rebalances who is the trainer. */
    private final class TrainerAssignment implements ConsumerRebalanceListener {

        private final Consumer<String, ModelArtifact> models;

        TrainerAssignment(Consumer<String, ModelArtifact> models) {
            this.models = models;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                // The published models show when each signal was trained last.
                models.seekToBeginning(partitions);
                isTrainer = true;
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            isTrainer = isTrainer && partitions.isEmpty();
        }
    }
}
