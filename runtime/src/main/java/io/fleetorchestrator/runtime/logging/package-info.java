/** Log lines for people on terminals and for machines elsewhere. */
@NullMarked
package io.fleetorchestrator.runtime.logging;

import org.jspecify.annotations.NullMarked;
