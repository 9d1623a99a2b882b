/** The routes, and what answers them. */
@NullMarked
package io.fleetorchestrator.center.api;

import org.jspecify.annotations.NullMarked;
