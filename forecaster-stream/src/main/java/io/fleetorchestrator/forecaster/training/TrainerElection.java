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
 * One trainer at a time across all instances: the topic of models has one partition, and the member of the trainers'
 * consumer group that it is assigned to is the trainer (docs/adr/0007).
 */
public final class TrainerElection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrainerElection.class);

    private static final Duration POLL = Duration.ofSeconds(1);

    /** How often the history is looked at: seldom enough to cost nothing, often enough for a demo to get its model. */
    private static final Duration ROUND_EVERY = Duration.ofSeconds(5);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Retraining retraining;
    private final AvroSerdes serdes;
    private final PoisonSkippingReader guard;
    private final Map<String, Object> config;
    private final String topic;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread waiter;
    private final Thread trainer;
    private volatile boolean held;

    private TrainerElection(
            KafkaConnection connection,
            String group,
            AvroSerdes serdes,
            Retraining retraining,
            PoisonSkippingReader guard) {
        this.serdes = serdes;
        this.guard = guard;
        this.retraining = retraining;
        this.topic = Topics.FORECAST_MODELS.name(connection.service().topicPrefix());
        this.config = config(connection, group);
        this.waiter = new Thread(this::keepSeat, "trainer-seat");
        this.trainer = new Thread(this::train, "trainer");
    }

    /** Waits for the seat, and trains whenever it is held; until closed. */
    public static TrainerElection apply(
            KafkaConnection connection,
            String applicationId,
            TrainingSettings settings,
            int horizonHours,
            Confidence confidence,
            MeterRegistry meters) {
        var serdes = AvroSerdes.from(connection.registry());
        var retraining = new Retraining(connection, serdes, settings, horizonHours, confidence, meters);
        var guard = PoisonSkippingReader.of(Topics.FORECAST_MODELS, meters);
        var seat = new TrainerElection(connection, applicationId + "-trainer", serdes, retraining, guard);
        seat.waiter.setDaemon(true);
        seat.trainer.setDaemon(true);
        seat.waiter.start();
        seat.trainer.start();
        return seat;
    }

    private static Map<String, Object> config(KafkaConnection connection, String group) {
        var config = new HashMap<>(connection.consumer());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return config;
    }

    /** Whatever costs this instance its claim, it claims the seat again. */
    private void keepSeat() {
        try {
            do {
                claim();
                held = false;
            } while (!closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("the trainer's seat is given up");
        }
    }

    private void claim() {
        try (var models = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                serdes.valueSerde(Topics.FORECAST_MODELS).deserializer())) {
            models.subscribe(List.of(topic), new Seating(models));
            while (closing.getCount() > 0) {
                poll(models);
            }
        } catch (RuntimeException e) {
            LOG.warn("the trainer's seat is claimed again after {}", e.toString());
        }
    }

    /** Polls whether trained or not, so that a long training never loses the seat. */
    private void poll(Consumer<String, ModelArtifact> models) {
        guard.poll(models, POLL).forEach(retraining::published);
    }

    /** Whether this instance is the trainer. */
    boolean held() {
        return held;
    }

    private void train() {
        try (retraining) {
            while (!closing.await(ROUND_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (held) {
                    round();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("training is broken off");
        }
    }

    /** A failed round is tried again: forecasts go on with the models there are. */
    private void round() throws InterruptedException {
        try {
            retraining.round(() -> held && closing.getCount() > 0);
        } catch (RuntimeException e) {
            LOG.warn("training failed, and will be tried again", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            waiter.join(CLOSE_TIMEOUT.toMillis());
            // Native training cannot be interrupted; a daemon thread does not hold up the end of the process.
            trainer.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        serdes.close();
    }

    /** Told by the group who sits. */
    private final class Seating implements ConsumerRebalanceListener {

        private final Consumer<String, ModelArtifact> models;

        Seating(Consumer<String, ModelArtifact> models) {
            this.models = models;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                // The models there are say when each signal was trained last.
                models.seekToBeginning(partitions);
                held = true;
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            held = held && partitions.isEmpty();
        }
    }
}
