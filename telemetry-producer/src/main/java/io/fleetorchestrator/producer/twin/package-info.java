/** The simulator (digital twin): readings of a region at any instant, from a seed and a description. */
@NullMarked
package io.fleetorchestrator.producer.twin;

import org.jspecify.annotations.NullMarked;
