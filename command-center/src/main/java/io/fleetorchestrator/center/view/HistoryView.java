package io.fleetorchestrator.center.view;

import java.util.List;

/** What was measured in a region, hour by hour. */
public record HistoryView(String region, List<HourView> hours) {}
