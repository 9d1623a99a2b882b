package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Instant;

/** Something that happened to a region's hours. */
public sealed interface HourEvent {

    String region();

    /** An hour closed: nothing will be added to it any more. */
    record Closed(HourlyFeatures hour) implements HourEvent {

        @Override
        public String region() {
            return hour.getRegion();
        }
    }

    /** A region has said nothing for too long. */
    record FellSilent(String region, String fleet, Instant lastHeard, Instant at) implements HourEvent {}

    /** A silent region speaks again. */
    record Resumed(String region, String fleet, Instant lastHeard, Instant at) implements HourEvent {}
}
