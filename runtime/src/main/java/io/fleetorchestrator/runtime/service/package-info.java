/** Starting and stopping of services. */
@NullMarked
package io.fleetorchestrator.runtime.service;

import org.jspecify.annotations.NullMarked;
