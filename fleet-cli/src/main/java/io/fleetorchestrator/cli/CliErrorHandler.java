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

/** What a user is told when something fails: one line cause, one line cure, and the stack trace only when asked for. */
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
            err.println("       '" + command.getCommandSpec().qualifiedName() + " --help' shows what it takes");
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
        if (failure instanceof CliException complaint) {
            return complaint.exitCode();
        }
        return failure instanceof SettingsException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** What is to be said: the first cause that speaks for itself, else the last. */
    private static Throwable root(Throwable failure) {
        var cause = failure.getCause();
        return speaksForItself(failure) || cause == null || cause == failure ? failure : root(cause);
    }

    private static boolean speaksForItself(Throwable failure) {
        return failure instanceof CliException || failure instanceof RegistryRefusedException;
    }

    private static String cure(Throwable failure, Throwable root) {
        if (root instanceof CliException complaint) {
            return complaint.cure();
        }
        if (failure instanceof SettingsException) {
            return "'--help' lists what may be given";
        }
        if (failure instanceof RegistryUnavailableException) {
            return "check --schema-registry-url; is the registry up?";
        }
        if (root instanceof RegistryRefusedException) {
            return "give it as '--kafka KEY=VALUE', or as services take it: FLEET_KAFKA_…";
        }
        if (root instanceof UnknownTopicOrPartitionException) {
            return "'fleet topics apply' creates the topics";
        }
        if (root instanceof AuthenticationException || root instanceof AuthorizationException) {
            return "check the credentials (--kafka sasl.jaas.config=…) and the ACLs of this user";
        }
        if (root instanceof TimeoutException) {
            return "check --bootstrap-servers; are the brokers up and reachable from here?";
        }
        return "--verbose shows where it comes from";
    }
}
