/** What would happen if load were moved. */
@NullMarked
package io.fleetorchestrator.core.whatif;

import org.jspecify.annotations.NullMarked;
