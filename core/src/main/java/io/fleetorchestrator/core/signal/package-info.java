/** The signals that are forecast, and where records hold them. */
@NullMarked
package io.fleetorchestrator.core.signal;

import org.jspecify.annotations.NullMarked;
