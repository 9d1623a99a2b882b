package io.fleetorchestrator.center.view;

import java.util.List;

/** Advisories, newest first. */
public record AdvisoryList(List<AdvisoryView> items) {}
