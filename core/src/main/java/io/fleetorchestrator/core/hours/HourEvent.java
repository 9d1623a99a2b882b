package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Instant;

/** Something that happened to the hours of a region. */
public sealed interface HourEvent {

    String region();

    /** When it happened; for a closed hour, when that hour started. */
    Instant at();

    /** Returns the result of the visitor's method for this kind of event. */
    <R> R accept(Visitor<R> visitor);

    /** Maps every kind of event to a result. */
    interface Visitor<R> {

        R closed(Closed closed);

        R fellSilent(FellSilent silent);

        R resumed(Resumed resumed);
    }

    /** An hour closed: no more readings are added to it. */
    record Closed(HourlyFeatures hour) implements HourEvent {

        @Override
        public String region() {
            return hour.getRegion();
        }

        @Override
        public Instant at() {
            return hour.getHourStart();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closed(this);
        }
    }

    /** A region has sent no reading for too long. */
    record FellSilent(String region, String fleet, Instant lastReadingAt, Instant at) implements HourEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fellSilent(this);
        }
    }

    /** A silent region sends readings again. */
    record Resumed(String region, String fleet, Instant lastReadingAt, Instant at) implements HourEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resumed(this);
        }
    }
}
