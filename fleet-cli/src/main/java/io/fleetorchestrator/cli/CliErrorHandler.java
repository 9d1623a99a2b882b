package io.fleetorchestrator.cli;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.runtime.text.Visible;
import io.fleetorchestrator.schemas.serdes.RegistryRefusedException;
import io.fleetorchestrator.schemas.serdes.RegistryUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints a failure as one line for the cause and one for the cure; the stack trace only with {@code --verbose}. */
final class CliErrorHandler {

    private final Fleet fleet;

    CliErrorHandler(Fleet fleet) {
        this.fleet = fleet;
    }

    int usage(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println("fleet: " + Visible.lines(String.valueOf(wrong.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("       '" + command.getCommandSpec().qualifiedName() + " --help' lists its options");
        }
        return ExitCode.USAGE;
    }

    int failure(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        var root = root(failure);
        err.println("fleet: " + Visible.lines(Objects.requireNonNullElse(root.getMessage(), root.toString())));
        err.println("       " + Visible.lines(cure(failure, root)));
        if (fleet.verbose) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(Visible.lines(trace.toString()));
            err.flush();
        }
        return exitCode(failure);
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof CliException known) {
            return known.exitCode();
        }
        return failure instanceof SettingsException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** The cause to print: the first whose message is written for users, else the innermost. */
    private static Throwable root(Throwable failure) {
        var cause = failure.getCause();
        return isForUsers(failure) || cause == null || cause == failure ? failure : root(cause);
    }

    private static boolean isForUsers(Throwable failure) {
        return failure instanceof CliException
                || failure instanceof RegistryRefusedException
                || failure instanceof RegistryUnavailableException;
    }

    private static String cure(Throwable failure, Throwable root) {
        if (root instanceof CliException known) {
            return known.cure();
        }
        if (failure instanceof SettingsException) {
            return "'--help' lists the options";
        }
        if (root instanceof RegistryUnavailableException) {
            return "check --schema-registry-url; is the registry running and reachable from here?";
        }
        if (root instanceof RegistryRefusedException) {
            return "set registry properties with '--kafka KEY=VALUE', or in the environment as FLEET_KAFKA_…";
        }
        if (root instanceof UnknownTopicOrPartitionException) {
            return "'fleet topics apply' creates the topics";
        }
        if (root instanceof AuthenticationException || root instanceof AuthorizationException) {
            return "check the credentials (--kafka sasl.jaas.config=…) and the ACLs of this user";
        }
        if (root instanceof TimeoutException) {
            return "check --bootstrap-servers; are the brokers running and reachable from here?";
        }
        return "--verbose shows the stack trace";
    }
}
