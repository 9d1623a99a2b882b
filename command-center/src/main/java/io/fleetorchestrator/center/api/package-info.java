/** The routes of the API. */
@NullMarked
package io.fleetorchestrator.center.api;

import org.jspecify.annotations.NullMarked;
