package io.fleetorchestrator.evaluation;

/** One hour of one region, hours since the epoch. */
record RegionHour(String region, long hour) {}
