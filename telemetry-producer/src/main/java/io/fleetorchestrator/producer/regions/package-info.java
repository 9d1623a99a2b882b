/** Descriptions of fleets and their regions: the simulation, the profiles and the workloads are made from them. */
@NullMarked
package io.fleetorchestrator.producer.regions;

import org.jspecify.annotations.NullMarked;
