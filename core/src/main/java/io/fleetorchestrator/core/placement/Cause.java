package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reason in the making: what kind of cause, where, when and by how much, until it is told in words. */
record Cause(
        ReasonCode code,
        String region,
        @Nullable Instant hour,
        @Nullable Double needed,
        @Nullable Double available) {

    /** A cause that lies with the whole request. */
    static Cause of(ReasonCode code) {
        return in("", code);
    }

    /** A cause that lies with one region. */
    static Cause in(String region, ReasonCode code) {
        return new Cause(code, region, null, null, null);
    }

    Cause at(long hour) {
        return new Cause(code, region, EpochHours.start(hour), needed, available);
    }

    Cause figures(double needed, double available) {
        return new Cause(code, region, hour, needed, available);
    }

    Reason told(String text) {
        return new Reason(code, region, hour, needed, available, text);
    }
}
