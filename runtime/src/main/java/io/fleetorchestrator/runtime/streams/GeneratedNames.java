package io.fleetorchestrator.runtime.streams;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.errors.TopologyException;

/** Finds names that Kafka Streams generated, such as KSTREAM-MAPVALUES-0000000003. */
final class GeneratedNames {

    private static final Pattern GENERATED = Pattern.compile("K(STREAM|TABLE)-[A-Z-]+-\\d{10}.*");

    private GeneratedNames() {}

    static void refuse(TopologyDescription description) {
        var unnamed = Stream.concat(
                        description.subtopologies().stream().flatMap(part -> part.nodes().stream()),
                        description.globalStores().stream().flatMap(GeneratedNames::nodes))
                .flatMap(GeneratedNames::names)
                .filter(name -> GENERATED.matcher(name).matches())
                .sorted()
                .distinct()
                .toList();
        if (!unnamed.isEmpty()) {
            throw new TopologyException("these operators and stores have generated names: "
                    + String.join(", ", unnamed) + "; name them with Named.as, Consumed.as, Produced.as,"
                    + " Materialized.as or Repartitioned.as");
        }
    }

    private static Stream<Node> nodes(GlobalStore store) {
        return Stream.of(store.source(), store.processor());
    }

    private static Stream<String> names(Node node) {
        var stores = node instanceof Processor processor ? List.copyOf(processor.stores()) : List.<String>of();
        return Stream.concat(Stream.of(node.name()), stores.stream());
    }
}
