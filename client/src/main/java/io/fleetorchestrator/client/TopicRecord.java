package io.fleetorchestrator.client;

/**
 * A record that could be decoded.
 *
 * @param key empty for a record without one
 */
public record TopicRecord<V>(String key, V value) {}
