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

/** Trains whatever signal is due, again and again over a growing history. Owned by one thread, but for what it is told. */
final class Retraining implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);

    /** A signal that could not be beaten today may be tomorrow. */
    private static final long RETRY_HOURS = 24;

    /** More hours than this between two rounds come from a backfill: what was trained now would be old at its end. */
    private static final long POURING_HOURS = 24;

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

    /** Tells of a model that was published, by whomever; from any thread. */
    void published(ModelArtifact artifact) {
        Instant at = artifact.getTrainedAt();
        Measurement.of(artifact.getSignal()).ifPresent(signal -> {
            trainedAt.merge(signal, EpochHours.floor(at), Math::max);
            refusedAt.remove(signal);
        });
    }

    /**
     * Trains what is due by now.
     *
     * @param inCharge asked before each training, and again before its model is published
     */
    void round(BooleanSupplier inCharge) throws InterruptedException {
        long before = history.newestHour();
        history.catchUp();
        if (before < history.newestHour() - POURING_HOURS) {
            return;
        }
        for (Measurement signal : Measurement.forecast()) {
            if (due(signal) && inCharge.getAsBoolean()) {
                train(signal, inCharge);
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

    private void train(Measurement signal, BooleanSupplier inCharge) throws InterruptedException {
        var outcome = trainer.train(signal, history.regions());
        LOG.info("{}", outcome.text());
        if (!inCharge.getAsBoolean()) {
            return;
        }
        if (outcome instanceof Trained trained) {
            publisher.publish(trained, history.fleets());
            published(trained.artifact());
        } else if (outcome instanceof Refused refused) {
            refuse(refused);
        }
    }

    /** Told to the fleets once, and not again at every attempt that fails like the one before. */
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
