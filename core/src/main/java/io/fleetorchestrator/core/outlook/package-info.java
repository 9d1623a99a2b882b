/** What one region will bear hour by hour, laid out for quick search. */
@NullMarked
package io.fleetorchestrator.core.outlook;

import org.jspecify.annotations.NullMarked;
