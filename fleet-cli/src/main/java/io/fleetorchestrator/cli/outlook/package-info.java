/** Looking ahead: forecasts, how far they were right, and what moving load would change. */
@NullMarked
package io.fleetorchestrator.cli.outlook;

import org.jspecify.annotations.NullMarked;
