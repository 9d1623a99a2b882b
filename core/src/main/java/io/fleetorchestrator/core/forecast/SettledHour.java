package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.SignalState.Settled;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import java.util.List;
import java.util.stream.Stream;

/** The result of closing one hour of a region: forecasts of that hour are scored, the hours after it are forecast. */
public final class SettledHour {

    private final List<SettledSignal> settled;
    private final List<IssuedSignal> issued;

    SettledHour(List<SettledSignal> settled, List<IssuedSignal> issued) {
        this.settled = settled;
        this.issued = issued;
    }

    /** The signals that were measured in this hour. */
    List<SettledSignal> settled() {
        return settled;
    }

    /** The new forecasts of all signals. */
    List<IssuedSignal> issued() {
        return issued;
    }

    /** The forecasts that this hour had of one signal, shortest horizon first. */
    public Stream<ScoredForecast> scores(Measurement signal) {
        return settled.stream()
                .filter(settledSignal -> settledSignal.state().signal() == signal)
                .flatMap(settledSignal -> settledSignal.due().stream())
                .map(Settled::forecast);
    }
}
