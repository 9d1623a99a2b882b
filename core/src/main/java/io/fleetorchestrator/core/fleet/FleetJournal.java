package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;

/** Is told of every change of a fleet's state, so that it can be kept and restored. */
public interface FleetJournal {

    void profilePublished(FleetProfile profile);

    void profileRemoved();

    void forecastIssued(RegionForecast forecast);

    void placed(CommittedWorkload placed);

    void released(CommittedWorkload placed);

    void answered(AnsweredRequest answered);

    void forgotten(AnsweredRequest answered);

    /** Keeps nothing. */
    FleetJournal NONE = new FleetJournal() {
        @Override
        public void profilePublished(FleetProfile profile) {}

        @Override
        public void profileRemoved() {}

        @Override
        public void forecastIssued(RegionForecast forecast) {}

        @Override
        public void placed(CommittedWorkload placed) {}

        @Override
        public void released(CommittedWorkload placed) {}

        @Override
        public void answered(AnsweredRequest answered) {}

        @Override
        public void forgotten(AnsweredRequest answered) {}
    };
}
