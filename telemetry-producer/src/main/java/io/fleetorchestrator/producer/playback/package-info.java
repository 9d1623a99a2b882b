/** Event time against the wall clock: what is said when, from the first hour of history on. */
@NullMarked
package io.fleetorchestrator.producer.playback;

import org.jspecify.annotations.NullMarked;
