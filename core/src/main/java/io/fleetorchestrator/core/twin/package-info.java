/** The digital twin: what the sensors of a region would say at any instant, from a seed and a description. */
@NullMarked
package io.fleetorchestrator.core.twin;

import org.jspecify.annotations.NullMarked;
