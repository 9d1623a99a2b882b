package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reason without its text: its code, and where, when and by how much. */
record ReasonBuilder(
        ReasonCode code,
        String region,
        @Nullable Instant hour,
        @Nullable Double needed,
        @Nullable Double available) {

    /** A reason that concerns the whole request. */
    static ReasonBuilder of(ReasonCode code) {
        return in("", code);
    }

    /** A reason that concerns one region. */
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
