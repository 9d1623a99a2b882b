package io.fleetorchestrator.client;

/**
 * A decoded record.
 *
 * @param key empty for a record without one
 */
public record TopicRecord<V>(String key, V value) {}
