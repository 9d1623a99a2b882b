/** Makes topologies whose every part is named, and runs them. */
@NullMarked
package io.fleetorchestrator.runtime.streams;

import org.jspecify.annotations.NullMarked;
