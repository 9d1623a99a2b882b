package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.FleetAnswer;
import io.fleetorchestrator.core.fleet.FleetEvent;
import io.fleetorchestrator.core.fleet.FleetScheduler;
import io.fleetorchestrator.core.fleet.FleetSnapshot;
import io.fleetorchestrator.core.fleet.FleetState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fleet and the journal of its changes. */
record KeptFleet(FleetScheduler scheduler, StoreJournal journal) {

    static KeptFleet restored(String fleet, FleetSnapshot memory, StoreJournal journal, Duration rememberAnswers) {
        return new KeptFleet(new FleetScheduler(fleet, memory, journal, rememberAnswers), journal);
    }

    /** Processes an event, stores its changes and returns the answers. */
    List<FleetAnswer> on(FleetEvent event, Instant publishedAt) {
        var answers = scheduler.on(event, publishedAt);
        journal.write();
        return answers;
    }

    FleetState state() {
        return scheduler.state();
    }
}
