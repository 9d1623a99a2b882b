package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.Answered;
import io.fleetorchestrator.core.fleet.FleetJournal;
import io.fleetorchestrator.core.fleet.Placed;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.time.Instant;

/** Writes the changes of one fleet to the stores. */
record StoreJournal(String fleet, FleetStores stores) implements FleetJournal {

    @Override
    public void profilePublished(FleetProfile profile) {
        stores.put(fleet, profile);
    }

    @Override
    public void profileRemoved() {
        stores.removeProfile(fleet);
    }

    @Override
    public void forecastIssued(RegionForecast forecast) {
        stores.put(fleet, forecast);
    }

    @Override
    public void placed(Placed placed) {
        stores.put(fleet, placed);
    }

    @Override
    public void released(Placed placed) {
        stores.remove(fleet, placed);
    }

    @Override
    public void answered(Answered answered) {
        stores.put(fleet, answered);
    }

    @Override
    public void forgotten(Answered answered) {
        stores.remove(fleet, answered);
    }

    @Override
    public void clockMoved(Instant now) {
        stores.put(fleet, now);
    }
}
