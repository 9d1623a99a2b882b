package io.fleetorchestrator.testing;

import org.testcontainers.containers.Network;

/** Where containers find the broker and the registry of a test. */
public record ContainerNetwork(Network network, String bootstrapServers, String registryUrl) {}
