/** The parts of a Grafana dashboard that we use, and the JSON that Grafana reads. */
@NullMarked
package io.fleetorchestrator.dashboards.grafana;

import org.jspecify.annotations.NullMarked;
