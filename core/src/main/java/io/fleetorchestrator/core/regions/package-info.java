/** What fleets and their regions are like: the description that the twin, the profiles and the workload mix are made from. */
@NullMarked
package io.fleetorchestrator.core.regions;

import org.jspecify.annotations.NullMarked;
