package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.placement.Admission;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The single writer of one fleet: takes one event after the other and answers. Owned by one thread. */
public final class FleetScheduler {

    private final FleetState state;
    private final FleetJournal journal;
    private final RequestHandler requests;
    private final PlacementRiskMonitor watch;
    private final long rememberedHours;

    /**
     * @param memory what the fleet knew before
     * @param journal keeps every change of it
     * @param rememberAnswers how long an id is known after it was answered
     */
    public FleetScheduler(String fleet, FleetSnapshot memory, FleetJournal journal, Duration rememberAnswers) {
        var admission = new Admission();
        this.state = FleetState.restored(fleet, memory);
        this.journal = journal;
        this.requests = new RequestHandler(state, journal, admission);
        this.watch = new PlacementRiskMonitor(state, journal, admission);
        this.rememberedHours = rememberAnswers.toHours();
    }

    /** What the fleet knows now. */
    public FleetState state() {
        return state;
    }

    /**
     * Takes in an event.
     *
     * @param publishedAt the timestamp of the event's record, which the broker accepted
     * @return the answers in the order in which they are to be published
     */
    public List<FleetAnswer> on(FleetEvent event, Instant publishedAt) {
        return event.visit(new FleetEvent.Visitor<>() {
            @Override
            public List<FleetAnswer> requested(WorkloadRequest request) {
                return answer(request, publishedAt);
            }

            @Override
            public List<FleetAnswer> forecastIssued(RegionForecast forecast) {
                return state.isNews(forecast) ? forecast(forecast) : List.of();
            }

            @Override
            public List<FleetAnswer> profilePublished(FleetProfile profile) {
                state.profile(profile);
                journal.profilePublished(profile);
                return lookAtAll(publishedAt);
            }

            @Override
            public List<FleetAnswer> profileRemoved() {
                state.profile(null);
                journal.profileRemoved();
                return lookAtAll(publishedAt);
            }
        });
    }

    private List<FleetAnswer> answer(WorkloadRequest request, Instant publishedAt) {
        move(state.clock().published(publishedAt));
        return requests.answer(request, publishedAt).<FleetAnswer>map(FleetAnswer.Decided::new).stream()
                .toList();
    }

    private List<FleetAnswer> forecast(RegionForecast forecast) {
        // Time first: what has passed by then is not counted any more, here as after a restart.
        move(state.clock().forecastIssued(forecast.getIssuedAt()));
        state.forecast(forecast);
        journal.forecastIssued(forecast);
        return advised(watch.look(forecast.getRegion(), forecast.getIssuedAt()));
    }

    private List<FleetAnswer> lookAtAll(Instant publishedAt) {
        return advised(watch.lookAtAll(state.clock().decidedAt(publishedAt, publishedAt)));
    }

    private static List<FleetAnswer> advised(List<Advisory> advisories) {
        return advisories.stream().<FleetAnswer>map(FleetAnswer.Advised::new).toList();
    }

    private void move(FleetClock clock) {
        if (clock.equals(state.clock())) {
            return;
        }
        state.clock(clock);
        state.answered.expireBefore(state.hour() - rememberedHours, journal::forgotten);
        state.forgetPassed().forEach(journal::released);
    }
}
