package io.fleetorchestrator.forecaster;

import io.fleetorchestrator.forecaster.training.TrainerElection;
import io.fleetorchestrator.runtime.service.RunningService;

/** The topology of the forecaster, and this instance's part in the election of the trainer. */
record ForecasterAndTrainer(RunningService forecaster, TrainerElection trainer) implements RunningService {

    @Override
    public boolean awaitEnd() throws InterruptedException {
        return forecaster.awaitEnd();
    }

    @Override
    public String topology() {
        return forecaster.topology();
    }

    @Override
    public void close() {
        try (forecaster) {
            trainer.close();
        }
    }
}
