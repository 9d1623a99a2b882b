/** Descriptions of fleets and their regions: the twin, the profiles and the workload mix are made from them. */
@NullMarked
package io.fleetorchestrator.producer.regions;

import org.jspecify.annotations.NullMarked;
