package io.fleetorchestrator.cli.console;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the image of the services leaves out, because no service needs it; a checkout and the full image have it. */
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

    /** Throws, with the places that have it, when it is not part of this distribution. */
    public void require() {
        if (!present) {
            throw CliException.ofUsage("this distribution has no " + thing, CURE);
        }
    }

    /** Adds the command; where what it needs is left out, one in its place that names where it is to be had. */
    public void addTo(CommandLine fleet, String name, Supplier<Object> command) {
        fleet.addSubcommand(name, present ? command.get() : placeholder());
    }

    /** Takes any arguments: they are right, only here they lead nowhere. */
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
