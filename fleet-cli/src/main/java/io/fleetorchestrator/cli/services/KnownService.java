package io.fleetorchestrator.cli.services;

import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import java.util.List;
import java.util.function.Consumer;

/**
 * A service with what its users need to know of it.
 *
 * @param main runs it until the process ends
 * @param description for the help
 * @param allTopics flags with which it uses every topic that it can use
 */
public record KnownService<X extends Record>(
        Service<X> service, Consumer<String[]> main, String description, List<String> allTopics) {

    public KnownService {
        allTopics = List.copyOf(allTopics);
    }

    KnownService(Service<X> service, Consumer<String[]> main, String description) {
        this(service, main, description, List.of());
    }

    /** Names its metrics and its consumer group. */
    public String name() {
        return service.name();
    }

    /** The subcommand of {@code fleet} that runs it. */
    public String command() {
        return service.command();
    }

    /** Its login on a secured cluster. */
    public String principal() {
        return "fleet-" + name();
    }

    /** Every topic that it can use. */
    public TopicNeeds topics() {
        return service.topics(Settings.defaults(service.settingsType(), allTopics.toArray(String[]::new)));
    }
}
