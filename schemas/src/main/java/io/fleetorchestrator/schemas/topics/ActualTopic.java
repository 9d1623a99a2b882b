package io.fleetorchestrator.schemas.topics;

import java.util.Map;

/** A topic that exists on a cluster. */
record ActualTopic(int partitions, int replicas, Map<String, String> config) {}
