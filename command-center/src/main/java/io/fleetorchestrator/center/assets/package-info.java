/** Serves the page. */
@NullMarked
package io.fleetorchestrator.center.assets;

import org.jspecify.annotations.NullMarked;
