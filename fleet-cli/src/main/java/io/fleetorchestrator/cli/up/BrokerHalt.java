package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.internals.Exit;

/**
 * Kafka ends the JVM, at once and without a line in the terminal, when it cannot write to its directory any more. It has
 * to: it could not keep what it acknowledges. Here it explains itself first.
 */
final class BrokerHalt {

    private BrokerHalt() {}

    /** From now on, the process explains the end of its broker by this complaint. */
    static void explain(Supplier<CliException> why, Output output) {
        Exit.Procedure procedure = (code, message) -> {
            output.complain(why.get());
            Runtime.getRuntime().halt(ExitCode.FAILED);
        };
        Exit.setHaltProcedure(procedure);
        Exit.setExitProcedure(procedure);
    }
}
