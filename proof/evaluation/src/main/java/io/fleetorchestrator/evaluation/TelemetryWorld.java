package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.List;

/** What the sensors say, heated by whatever is placed. The same instants and load give the same readings again. */
interface TelemetryWorld {

    List<TelemetryReading> at(Instant instant, ActivePlacements placed);
}
