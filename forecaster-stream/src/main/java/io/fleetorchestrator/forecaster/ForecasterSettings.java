package io.fleetorchestrator.forecaster;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.hours.HourRules;
import io.fleetorchestrator.core.hours.ReadingRules;
import io.fleetorchestrator.core.scoring.DriftRule;
import io.fleetorchestrator.forecaster.training.TrainingSettings;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Setting;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import java.time.Duration;

/** The settings of the forecaster. */
public record ForecasterSettings(
        ServiceSettings service,
        StreamsSettings streams,
        TrainingSettings training,

        @Setting(doc = "How long after its end an hour waits for late readings", defaultValue = "PT10M")
        Duration grace,

        @Setting(
                doc = "How far a reading may be ahead of the wall clock before it is dead-lettered as FUTURE",
                defaultValue = "PT5M")
        Duration futureTolerance,

        @Setting(
                doc = "How long a region may send nothing before STALE_TELEMETRY is raised; by default as long as the"
                        + " scheduler uses a forecast",
                defaultValue = "PT2H")
        Duration silence,

        @Setting(doc = "Hours to forecast, 1 to 168", defaultValue = "24")
        int horizonHours,

        @Setting(doc = "Share of hours that must stay within their bounds", defaultValue = "0.95")
        double confidence,

        @Setting(doc = "One-sided coverage over 7 days below which COVERAGE_DRIFT is raised", defaultValue = "0.80")
        double coverageFloor) {

    public ForecasterSettings {
        if (!(coverageFloor > 0 && coverageFloor < confidence)) {
            throw new IllegalArgumentException(
                    "coverage-floor: " + coverageFloor + " is not between 0 and the confidence, " + confidence);
        }
        if (horizonHours < 1 || horizonHours > ForecastPlan.LONGEST_HORIZON) {
            throw new IllegalArgumentException("horizon-hours: " + horizonHours + " is not between 1 and 168");
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace: " + grace + " is negative");
        }
    }

    ReadingRules readingRules() {
        return new ReadingRules(futureTolerance);
    }

    HourRules hourRules() {
        return new HourRules(grace, silence);
    }

    ForecastPlan plan() {
        var promised = new Confidence(confidence);
        return new ForecastPlan(horizonHours, promised, DriftRule.below(coverageFloor, promised));
    }
}
