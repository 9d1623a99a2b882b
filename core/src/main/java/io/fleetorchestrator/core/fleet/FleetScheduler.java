package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.placement.Admission;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.util.List;

/** The single writer of one fleet: takes one event after the other and answers. Owned by one thread. */
public final class FleetScheduler {

    private final FleetState state;
    private final FleetJournal journal;
    private final RequestDesk desk;
    private final RiskWatch watch;
    private final long rememberedHours;

    /**
     * @param memory what the fleet knew before
     * @param journal is told of every change of it
     * @param rememberAnswers how long an id is known after it was answered
     */
    public FleetScheduler(String fleet, FleetMemory memory, FleetJournal journal, Duration rememberAnswers) {
        var admission = new Admission();
        this.state = FleetState.restored(fleet, memory);
        this.journal = journal;
        this.desk = new RequestDesk(state, journal, admission);
        this.watch = new RiskWatch(state, journal, admission);
        this.rememberedHours = rememberAnswers.toHours();
    }

    /** What the fleet knows now. */
    public FleetState state() {
        return state;
    }

    /** Takes in an event; the answers in the order in which they are to be told. */
    public List<FleetAnswer> on(FleetEvent event) {
        if (event instanceof FleetEvent.Requested requested) {
            return answer(requested.request());
        }
        if (event instanceof FleetEvent.ForecastIssued issued) {
            return state.isNews(issued.forecast()) ? look(issued.forecast()) : List.of();
        }
        if (event instanceof FleetEvent.ProfilePublished published) {
            state.profile(published.profile());
            journal.profilePublished(published.profile());
        } else {
            state.profile(null);
            journal.profileRemoved();
        }
        return List.of();
    }

    private List<FleetAnswer> answer(WorkloadRequest request) {
        // A dry run must change nothing for the others, not even the time.
        if (!request.getDryRun()) {
            move(state.clock().requested(request.getSubmittedAt()));
        }
        return desk.answer(request).<FleetAnswer>map(FleetAnswer.Decided::new).stream()
                .toList();
    }

    private List<FleetAnswer> look(RegionForecast forecast) {
        state.forecast(forecast);
        journal.forecastIssued(forecast);
        move(state.clock().forecastIssued(forecast.getIssuedAt()));
        return watch.look(forecast.getRegion(), forecast.getIssuedAt()).stream()
                .<FleetAnswer>map(FleetAnswer.Advised::new)
                .toList();
    }

    private void move(FleetClock clock) {
        var before = state.clock();
        if (clock.equals(before)) {
            return;
        }
        state.clock(clock);
        journal.clockMoved(clock.now());
        state.answered.expireBefore(EpochHours.floor(clock.now()) - rememberedHours, journal::forgotten);
        if (clock.issuedAt().isAfter(before.issuedAt())) {
            state.passed(EpochHours.floor(clock.issuedAt())).forEach(journal::released);
        }
    }
}
