/** The page and what it is made of. */
@NullMarked
package io.fleetorchestrator.center.assets;

import org.jspecify.annotations.NullMarked;
