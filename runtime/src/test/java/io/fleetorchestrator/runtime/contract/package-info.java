/** The contract on a real broker and a real registry. */
@NullMarked
package io.fleetorchestrator.runtime.contract;

import org.jspecify.annotations.NullMarked;
