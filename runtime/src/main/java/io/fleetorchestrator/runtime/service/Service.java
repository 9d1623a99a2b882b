package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.startup.TopicNeeds;

/**
 * One service: what it is called, what it must be told and how it starts.
 *
 * @param <X> its settings
 */
public interface Service<X extends Record> {

    /** Names its metrics, and its group when the settings do not. */
    String name();

    /** What a person types to run it, after {@code fleet}. */
    default String command() {
        return name();
    }

    Class<X> settingsType();

    /** The part of its settings that every service has. */
    ServiceSettings common(X settings);

    /** The topics that it reads and writes. */
    TopicNeeds topics(X settings);

    /** Starts the service, waiting for what it needs; interrupted when it is to stop before that. */
    RunningService start(X settings, ServiceContext context) throws InterruptedException;
}
