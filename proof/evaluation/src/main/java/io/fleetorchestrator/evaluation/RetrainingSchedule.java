package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.forecaster.training.RegionSeries;
import io.fleetorchestrator.forecaster.training.Trainer;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.forecaster.training.TrainingPlan;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Retrains all signals when it is due, on the hours that have closed by then only. */
final class RetrainingSchedule {

    private static final int HORIZON = 24;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final Duration every;
    private final Trainer trainer;
    private final Map<String, RegionSeries> regions = new TreeMap<>();
    private Instant next;

    RetrainingSchedule(Duration every, Instant first) {
        this.every = every;
        this.next = first;
        this.trainer = new Trainer(TrainingPlan.of(HORIZON), Confidence.DEFAULT, MOST_BYTES, ignored -> {});
    }

    void learn(HourlyFeatures hour) {
        var series = regions.get(hour.getRegion());
        if (series == null) {
            regions.put(hour.getRegion(), RegionSeries.startingWith(hour));
        } else {
            series.add(hour);
        }
    }

    /** The models that are due by now; usually none. */
    List<ModelArtifact> due(Instant now) {
        if (every.isZero() || now.isBefore(next)) {
            return List.of();
        }
        next = next.plus(every);
        var known = List.copyOf(regions.values());
        return Measurement.forecast().stream()
                .map(signal -> trainer.train(signal, known))
                .filter(Trained.class::isInstance)
                .map(outcome -> ((Trained) outcome).artifact())
                .toList();
    }
}
