package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Refused;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains each signal when it is due. Owned by one thread, except for {@link #published}. */
final class Retraining implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);

    /** After a training without a model, the next attempt is made a day later. */
    private static final long RETRY_HOURS = 24;

    /** More new hours than this between two rounds are a backfill: a model trained now would be old at its end. */
    private static final long BACKFILL_HOURS = 24;

    private final HourlyHistory history;
    private final ModelPublisher publisher;
    private final Trainer trainer;
    private final long everyHours;
    private final Map<Measurement, Long> trainedAt = new ConcurrentHashMap<>();
    private final Map<Measurement, Long> refusedAt = new ConcurrentHashMap<>();

    Retraining(
            KafkaConnection connection,
            AvroSerdes serdes,
            TrainingSettings settings,
            int horizonHours,
            Confidence confidence,
            MeterRegistry meters) {
        this.history = new HourlyHistory(connection, serdes, settings, meters, Clock.systemUTC());
        this.publisher = new ModelPublisher(connection, serdes, settings.maxModelBytes());
        this.trainer = new Trainer(TrainingPlan.of(horizonHours), confidence, settings.maxModelBytes(), LOG::info);
        this.everyHours = settings.retrainEvery().toHours();
    }

    /** Must be called for every published model, from any thread. */
    void published(ModelArtifact artifact) {
        Instant at = artifact.getTrainedAt();
        Measurement.of(artifact.getSignal()).ifPresent(signal -> {
            trainedAt.merge(signal, EpochHours.floor(at), Math::max);
            refusedAt.remove(signal);
        });
    }

    /**
     * Trains the signals that are due.
     *
     * @param isTrainer is checked before each training, and again before its model is published
     */
    void round(BooleanSupplier isTrainer) throws InterruptedException {
        long before = history.newestHour();
        history.catchUp();
        if (before < history.newestHour() - BACKFILL_HOURS) {
            return;
        }
        for (Measurement signal : Measurement.forecast()) {
            if (due(signal) && isTrainer.getAsBoolean()) {
                train(signal, isTrainer);
            }
        }
    }

    private boolean due(Measurement signal) {
        if (history.span() < Split.LEAST_HOURS) {
            return false;
        }
        long now = history.newestHour() + 1;
        boolean old = !trainedAt.containsKey(signal) || now - trainedAt.get(signal) >= everyHours;
        boolean refused = refusedAt.containsKey(signal) && now - refusedAt.get(signal) < RETRY_HOURS;
        return old && !refused;
    }

    private void train(Measurement signal, BooleanSupplier isTrainer) throws InterruptedException {
        var outcome = trainer.train(signal, history.regions());
        LOG.info("{}", outcome.text());
        if (!isTrainer.getAsBoolean()) {
            return;
        }
        outcome.handle(new OutcomeHandler());
    }

    private final class OutcomeHandler implements TrainingOutcome.Handler {

        @Override
        public void trained(Trained trained) throws InterruptedException {
            publisher.publish(trained, history.fleets());
            published(trained.artifact());
        }

        @Override
        public void refused(Refused refused) throws InterruptedException {
            refuse(refused);
        }
    }

    /** Publishes an advisory for the first failure only, and not for each attempt after it. */
    private void refuse(Refused refused) throws InterruptedException {
        long now = history.newestHour() + 1;
        if (refusedAt.put(refused.signal(), now) == null) {
            publisher.refuse(refused, EpochHours.start(now), history.fleets());
        }
    }

    @Override
    public void close() {
        history.close();
        publisher.close();
    }
}
