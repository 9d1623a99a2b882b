package io.fleetorchestrator.center.view;

import java.util.List;

/** Measured hours of a region. */
public record HistoryView(String region, List<HourView> hours) {}
