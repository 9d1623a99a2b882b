package io.fleetorchestrator.core.hours;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Stores the hours of all regions of a partition. */
public interface RegionHoursStore {

    /** The hours of the region, null if it has sent no reading yet. */
    @Nullable
    RegionHours find(String region);

    /** Stores hours that are new or have changed. */
    void put(String region, RegionHours hours);

    /** The hours of all regions. */
    Collection<RegionHours> all();
}
