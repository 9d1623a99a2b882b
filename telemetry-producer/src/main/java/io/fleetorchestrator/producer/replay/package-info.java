/** Recordings from files: readings and traces of workloads. */
@NullMarked
package io.fleetorchestrator.producer.replay;

import org.jspecify.annotations.NullMarked;
