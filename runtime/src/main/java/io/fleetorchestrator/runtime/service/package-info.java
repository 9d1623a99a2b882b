/** A service as a process: started, watched and stopped. */
@NullMarked
package io.fleetorchestrator.runtime.service;

import org.jspecify.annotations.NullMarked;
