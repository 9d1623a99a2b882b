/** Where the description of the fleets comes from. */
@NullMarked
package io.fleetorchestrator.producer.regions;

import org.jspecify.annotations.NullMarked;
