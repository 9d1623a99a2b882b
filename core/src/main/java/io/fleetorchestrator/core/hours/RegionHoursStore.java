package io.fleetorchestrator.core.hours;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where the hours of a partition's regions are kept. */
public interface RegionHoursStore {

    /** The region's hours, null when it was never heard of. */
    @Nullable
    RegionHours find(String region);

    /** Keeps the hours, which are new or have changed. */
    void keep(String region, RegionHours hours);

    /** The hours of all regions. */
    Collection<RegionHours> all();
}
