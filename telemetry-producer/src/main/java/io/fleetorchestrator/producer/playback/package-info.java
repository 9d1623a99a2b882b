/** Event time and the wall clock: which readings are published when, from the first hour of the history on. */
@NullMarked
package io.fleetorchestrator.producer.playback;

import org.jspecify.annotations.NullMarked;
