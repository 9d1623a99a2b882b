/** Holds dashboards, rules and alerts to what they promise. */
@NullMarked
package io.fleetorchestrator.dashboards;

import org.jspecify.annotations.NullMarked;
