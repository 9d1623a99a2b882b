package io.fleetorchestrator.core.forecast;

import static io.fleetorchestrator.core.time.EpochHours.hourOfDay;

import io.fleetorchestrator.core.calibration.ConformalCalibrator;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.scoring.Baselines;
import io.fleetorchestrator.core.scoring.CoverageChange;
import io.fleetorchestrator.core.scoring.CoverageLedger;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import io.fleetorchestrator.schemas.contract.CoverageSummary;
import io.fleetorchestrator.schemas.state.SignalSnapshot;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One signal of one region: its calibrators by horizon, pending forecasts and coverage. */
final class SignalState {

    /** A scored forecast, and the issued forecast that it was part of. */
    record Settled(IssuedForecast issue, ScoredForecast forecast) {}

    /** The format of the bytes in the state store. Any change needs a new number, and a reader of the old format. */
    static final int FORMAT = 1;

    private final Measurement signal;
    private final ConformalCalibrator[] byHorizon;
    private CoverageLedger ledger;
    private PendingForecasts pending = new PendingForecasts();

    SignalState(Measurement signal, ForecastPlan plan) {
        this.signal = signal;
        this.byHorizon = new ConformalCalibrator[plan.horizonHours()];
        Arrays.setAll(byHorizon, horizon -> ConformalCalibrator.warmingUp(plan.confidence()));
        this.ledger = new CoverageLedger(plan.horizonHours(), plan.confidence(), plan.drift());
    }

    Measurement signal() {
        return signal;
    }

    /** The forecasts of the hour that closed last, shortest horizon first, with the value that it had. */
    List<Settled> due(RegionHistory history, double actual) {
        var due = new ArrayList<Settled>();
        for (IssuedForecast issue : pending.reaching(history.lastHour())) {
            int horizon = Math.toIntExact(history.lastHour() - issue.lastHour());
            if (!Double.isNaN(issue.points()[horizon - 1])) {
                due.add(new Settled(issue, scored(history, actual, horizon, issue)));
            }
        }
        return due;
    }

    private ScoredForecast scored(RegionHistory history, double actual, int horizon, IssuedForecast issue) {
        return new ScoredForecast(
                history.lastHour(),
                horizon,
                actual,
                issue.points()[horizon - 1],
                issue.margins()[horizon - 1],
                Baselines.of(horizon, hoursBefore -> history.at(signal, hoursBefore)));
    }

    /** Learns from the value that an hour had. */
    Optional<CoverageChange> settle(long hour, double actual, List<Settled> due) {
        var forecasts = due.stream().map(Settled::forecast).toList();
        for (ScoredForecast forecast : forecasts) {
            byHorizon[forecast.horizon() - 1].learn(hourOfDay(hour), forecast.error(), forecast.margins());
        }
        return ledger.record(hour, actual, forecasts);
    }

    /** Forecasts the next hours, and keeps the forecast until they close. */
    IssuedForecast issue(String region, RegionHistory history, SignalModel model) {
        var issue = IssuedForecast.blank(history.lastHour(), model.forecaster().modelId(), byHorizon.length);
        model.forecaster().forecast(new ForecastInput(history), issue.points());
        for (int horizon = 1; horizon <= byHorizon.length; horizon++) {
            var calibrator = byHorizon[horizon - 1];
            if (!calibrator.calibrated()) {
                calibrator.offer(model.seeds().find(region, horizon));
            }
            issue.margins()[horizon - 1] = calibrator.margins(hourOfDay(history.lastHour() + horizon));
        }
        pending.add(issue);
        return issue;
    }

    /** The smallest number of scores of any horizon. */
    long calibrationSize() {
        return Arrays.stream(byHorizon)
                .mapToLong(ConformalCalibrator::size)
                .min()
                .orElse(0);
    }

    Optional<CoverageSummary> summary() {
        return ledger.summary();
    }

    /** The record for the state store, with pending forecasts of hours after the closed one. */
    SignalSnapshot toState(long closed) {
        int calibrators = Arrays.stream(byHorizon)
                .mapToInt(ConformalCalibrator::encodedSize)
                .sum();
        var out = ByteBuffer.allocate(calibrators + ledger.encodedSize() + pending.encodedSize(closed));
        for (ConformalCalibrator calibrator : byHorizon) {
            calibrator.writeTo(out);
        }
        ledger.writeTo(out);
        pending.writeTo(out, closed);
        return new SignalSnapshot(signal.name(), FORMAT, out.flip());
    }

    /** The state of a record from the state store, which must have the horizon and confidence of the plan. */
    static SignalState of(SignalSnapshot state, Measurement signal, ForecastPlan plan, long closed) {
        if (state.getFormat() != FORMAT) {
            throw new IllegalArgumentException(
                    signal + " is stored in format " + state.getFormat() + ", only " + FORMAT + " is known");
        }
        var in = state.getBytes().slice();
        var restored = readFrom(in, signal, plan, closed);
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes follow " + signal);
        }
        return restored;
    }

    /** Reads format 1, which is that of release 0.1.0, and leaves the buffer after it. */
    static SignalState readFrom(ByteBuffer in, Measurement signal, ForecastPlan plan, long closed) {
        var restored = new SignalState(signal, plan);
        Arrays.setAll(restored.byHorizon, horizon -> ConformalCalibrator.readFrom(in, plan.confidence()));
        restored.ledger = CoverageLedger.readFrom(in, plan.horizonHours(), plan.confidence(), plan.drift());
        restored.pending = PendingForecasts.readFrom(in, plan.horizonHours(), closed);
        return restored;
    }
}
