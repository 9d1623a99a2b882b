package io.fleetorchestrator.cli.connection;

import io.fleetorchestrator.schemas.topics.Topics;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flag for the prefix of all topic names. */
public final class TopicPrefix {

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "Prefix of all topic names. Default: FLEET_TOPIC_PREFIX, else that of the running"
                    + " 'fleet up', else '" + Topics.DEFAULT_PREFIX + "'")
    Optional<String> flag = Optional.empty();

    /** The prefix of the flag, else of the environment, else the default. */
    public String resolve(Map<String, String> env) {
        return named(env).orElse(Topics.DEFAULT_PREFIX);
    }

    Optional<String> named(Map<String, String> env) {
        return flag.or(() -> Optional.ofNullable(env.get("FLEET_TOPIC_PREFIX")));
    }
}
