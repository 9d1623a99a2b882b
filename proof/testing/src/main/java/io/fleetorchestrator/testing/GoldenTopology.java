package io.fleetorchestrator.testing;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;

/**
 * Holds a topology against its description under version control, {@code src/test/golden/<name>.txt}: names of stores and
 * repartition topics are an interface, and a change to them must show in a diff.
 */
public final class GoldenTopology {

    private static final Path DIRECTORY = Path.of("src", "test", "golden");

    private static final String UPDATE = "golden.update";

    private GoldenTopology() {}

    /** Fails on any difference; {@code -Dgolden.update=true} writes the file anew instead. */
    public static void assertMatches(Topology topology, String name) {
        assertMatches(topology, name, Boolean.getBoolean(UPDATE));
    }

    /** As {@link #assertMatches(Topology, String)}, whatever the property is. */
    public static void assertMatches(Topology topology, String name, boolean update) {
        var golden = DIRECTORY.resolve(name + ".txt");
        var actual = topology.describe().toString();
        if (update) {
            write(golden, actual);
        }
        then(actual)
                .as(
                        "the topology against %s; if it is meant to differ, run again with -D%s=true and read the diff",
                        golden, UPDATE)
                .isEqualTo(read(golden));
    }

    private static void write(Path golden, String description) {
        try {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, description);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A missing file is an empty topology: the first difference of all. */
    private static String read(Path golden) {
        try {
            return Files.exists(golden) ? Files.readString(golden) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
