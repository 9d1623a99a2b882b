package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.FleetAnswer;
import io.fleetorchestrator.core.fleet.FleetEvent;
import io.fleetorchestrator.core.fleet.FleetMemory;
import io.fleetorchestrator.core.fleet.FleetScheduler;
import io.fleetorchestrator.core.fleet.FleetState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fleet together with where its changes are kept. */
record KeptFleet(FleetScheduler scheduler, StoreJournal journal) {

    static KeptFleet restored(String fleet, FleetMemory memory, StoreJournal journal, Duration rememberAnswers) {
        return new KeptFleet(new FleetScheduler(fleet, memory, journal, rememberAnswers), journal);
    }

    /** The answers to an event, with all that it changed kept. */
    List<FleetAnswer> on(FleetEvent event, Instant publishedAt) {
        var answers = scheduler.on(event, publishedAt);
        journal.write();
        return answers;
    }

    FleetState state() {
        return scheduler.state();
    }
}
