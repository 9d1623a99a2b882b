package io.fleetorchestrator.cli.console;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A part that no service needs: the image of the services leaves it out, a checkout and the full image have it. */
public enum OptionalPart {
    BROKER("Kafka broker", "kafka.server.KafkaRaftServer"),
    BENCHMARKS("benchmarks", "io.fleetorchestrator.evaluation.Season");

    private static final String CURE = "use the image whose tag ends in -full, or ./fleet from a checkout";

    private final String thing;
    private final boolean present;

    OptionalPart(String thing, String typicalClass) {
        this.thing = thing;
        this.present = isOnClassPath(typicalClass);
    }

    /** Throws if this distribution does not have it; the message names those that do. */
    public void require() {
        if (!present) {
            throw CliException.ofUsage("this distribution has no " + thing, CURE);
        }
    }

    /** Adds the command. If its part is left out, adds a placeholder that names the distributions with it. */
    public void addTo(CommandLine fleet, String name, Supplier<Object> command) {
        fleet.addSubcommand(name, present ? command.get() : placeholder());
    }

    /** Accepts any arguments, because they are valid where the part is there. */
    private CommandSpec placeholder() {
        var spec = CommandSpec.wrapWithoutInspection((Callable<Integer>) () -> {
            require();
            return ExitCode.OK;
        });
        spec.parser().unmatchedArgumentsAllowed(true);
        spec.usageMessage()
                .description("Not in this distribution: it has no " + thing + ".", "To run it, " + CURE + ".");
        return spec;
    }

    private static boolean isOnClassPath(String name) {
        try {
            Class.forName(name, false, OptionalPart.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
