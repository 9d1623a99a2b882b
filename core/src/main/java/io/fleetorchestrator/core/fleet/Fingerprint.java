package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.Resources;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number for the content of a request, the same on every machine and in every version. When it was submitted is left
 * out: whoever sends a request again because the answer was lost stamps it anew, and means the same. Of a cancellation
 * the id is all that counts.
 */
public final class Fingerprint {

    /** Start and multiplier of the 64-bit FNV-1a hash. */
    private static final long BASIS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private long value = BASIS;

    private Fingerprint() {}

    /** The fingerprint of a request; its id and what it is used for are its {@link RequestKey}. */
    public static long of(WorkloadRequest request) {
        var print = new Fingerprint().add(request.getAction().name());
        return request.getAction() == RequestAction.CANCEL ? print.value : print.content(request).value;
    }

    private Fingerprint content(WorkloadRequest request) {
        add(request.getFleet()).add(request.getTenant()).add(request.getName()).add(request.getHomeRegion());
        add(request.getPriority().name()).add(request.getAllowedRegions().size());
        request.getAllowedRegions().forEach(this::add);
        add(request.getPowerMw()).add(request.getDurationHours()).add(request.getMaxLatencyMs());
        add(request.getEarliestStart()).add(request.getDeadline());
        return add(request.getWeights()).add(request.getResources());
    }

    private Fingerprint add(@Nullable ObjectiveWeights weights) {
        return weights == null
                ? add(0)
                : add(1).add(weights.getCarbon())
                        .add(weights.getWater())
                        .add(weights.getDelay())
                        .add(weights.getThermal());
    }

    private Fingerprint add(@Nullable Resources resources) {
        return resources == null
                ? add(0)
                : add(1).add(resources.getCpus()).add(resources.getMemoryGb()).add(resources.getGpus());
    }

    private Fingerprint add(@Nullable Instant instant) {
        return instant == null ? add(0) : add(1).add(instant.toEpochMilli());
    }

    private Fingerprint add(@Nullable Double number) {
        return number == null ? add(0) : add(1).add(Double.doubleToLongBits(number));
    }

    private Fingerprint add(String text) {
        add(text.length());
        for (int at = 0; at < text.length(); at++) {
            value = (value ^ text.charAt(at)) * PRIME;
        }
        return this;
    }

    private Fingerprint add(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value = (value ^ (number >>> shift & 0xff)) * PRIME;
        }
        return this;
    }
}
