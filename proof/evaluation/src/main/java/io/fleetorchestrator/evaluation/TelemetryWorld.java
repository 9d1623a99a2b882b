package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.List;

/** The readings of all regions, heated by placed work. The same instants and load give the same readings. */
interface TelemetryWorld {

    List<TelemetryReading> at(Instant instant, ActivePlacements placed);
}
