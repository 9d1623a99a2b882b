package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.AnsweredRequest;
import io.fleetorchestrator.core.fleet.CommittedWorkload;
import io.fleetorchestrator.core.fleet.FleetJournal;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the changes that one event makes to a fleet, and writes them to the stores when the event is processed. An event
 * that fails leaves no partial changes.
 */
final class StoreJournal implements FleetJournal {

    private final String fleet;
    private final FleetStores stores;
    private final List<Runnable> changes = new ArrayList<>();

    StoreJournal(String fleet, FleetStores stores) {
        this.fleet = fleet;
        this.stores = stores;
    }

    /** Writes the collected changes. */
    void write() {
        changes.forEach(Runnable::run);
        changes.clear();
    }

    @Override
    public void profilePublished(FleetProfile profile) {
        changes.add(() -> stores.put(fleet, profile));
    }

    @Override
    public void profileRemoved() {
        changes.add(() -> stores.removeProfile(fleet));
    }

    @Override
    public void forecastIssued(RegionForecast forecast) {
        changes.add(() -> stores.put(fleet, forecast));
    }

    @Override
    public void placed(CommittedWorkload placed) {
        changes.add(() -> stores.put(fleet, placed));
    }

    @Override
    public void released(CommittedWorkload placed) {
        changes.add(() -> stores.remove(fleet, placed));
    }

    @Override
    public void answered(AnsweredRequest answered) {
        changes.add(() -> stores.put(fleet, answered));
    }

    @Override
    public void forgotten(AnsweredRequest answered) {
        changes.add(() -> stores.remove(fleet, answered));
    }
}
