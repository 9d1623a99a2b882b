package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.internals.Exit;

/**
 * Kafka halts the JVM without a message when it cannot write to its directory any more, because it could not keep the
 * records that it acknowledges. This class prints the reason first.
 */
final class BrokerHalt {

    private BrokerHalt() {}

    /** From now on, a halt of the broker prints this failure. */
    static void explain(Supplier<CliException> failure, Output output) {
        Exit.Procedure procedure = (code, message) -> {
            output.error(failure.get());
            Runtime.getRuntime().halt(ExitCode.FAILED);
        };
        Exit.setHaltProcedure(procedure);
        Exit.setExitProcedure(procedure);
    }
}
