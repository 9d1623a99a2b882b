package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reason in the making: what kind of cause, where, when and by how much, until it is told in words. */
record ReasonBuilder(
        ReasonCode code,
        String region,
        @Nullable Instant hour,
        @Nullable Double needed,
        @Nullable Double available) {

    /** A cause that lies with the whole request. */
    static ReasonBuilder of(ReasonCode code) {
        return in("", code);
    }

    /** A cause that lies with one region. */
    static ReasonBuilder in(String region, ReasonCode code) {
        return new ReasonBuilder(code, region, null, null, null);
    }

    ReasonBuilder at(long hour) {
        return new ReasonBuilder(code, region, EpochHours.start(hour), needed, available);
    }

    ReasonBuilder figures(double needed, double available) {
        return new ReasonBuilder(code, region, hour, needed, available);
    }

    Reason withText(String text) {
        return new Reason(code, region, hour, needed, available, text);
    }
}
