/** Tests of dashboards, rules and alerts. */
@NullMarked
package io.fleetorchestrator.dashboards;

import org.jspecify.annotations.NullMarked;
