package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;

/** What a topology is built with, beside its settings. */
public record TopologyContext(AvroSerdes serdes, String topicPrefix, MeterRegistry meters) {}
