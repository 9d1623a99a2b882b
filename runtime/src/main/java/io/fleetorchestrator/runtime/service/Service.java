package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.runtime.startup.TopicNeeds;

/**
 * A service: its name, its settings and how it is started.
 *
 * @param <X> its settings
 */
public interface Service<X extends Record> {

    /** The name in its metrics, and of its group if the settings name none. */
    String name();

    /** The command that runs it, after {@code fleet}. */
    default String command() {
        return name();
    }

    Class<X> settingsType();

    /** The part of its settings that every service has. */
    ServiceSettings common(X settings);

    /** The topics that it reads and writes. */
    TopicNeeds topics(X settings);

    /** Checks what needs no cluster, such as the files that the settings name; throws a {@link SettingsException}. */
    default void check(X settings) {}

    /** Waits for what the service needs and starts it. Is interrupted if it must stop before that. */
    RunningService start(X settings, ServiceContext context) throws InterruptedException;
}
