package io.fleetorchestrator.cli.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Properties that are passed to the Kafka clients and the registry client, with the same flags as for a service. */
public final class ClientProperties {

    @Option(
            names = "--kafka",
            paramLabel = "KEY=VALUE",
            description = {
                "Kafka client or registry property, such as security.protocol=SASL_SSL. Repeatable.",
                "FLEET_KAFKA_SECURITY_PROTOCOL does the same."
            })
    Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--kafka-file",
            paramLabel = "KEY=FILE",
            description = "The same, with the value in a file, for secrets. Repeatable.")
    Map<String, String> files = new LinkedHashMap<>();

    public boolean isEmpty() {
        return values.isEmpty() && files.isEmpty();
    }

    /** As flags of a service. */
    public List<String> flags() {
        return Stream.concat(flags("--kafka", values), flags("--kafka-file", files))
                .toList();
    }

    private static Stream<String> flags(String flag, Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> flag + "=" + property.getKey() + "=" + property.getValue());
    }
}
