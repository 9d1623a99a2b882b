package io.fleetorchestrator.cli.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.cli.connection.TopicPrefix;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.runtime.access.Grant;
import io.fleetorchestrator.runtime.access.Principal;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet topics acls}: prints, without a connection to a cluster. */
@Command(
        name = "acls",
        description = {
            "Prints the ACLs that each service needs on a secured cluster,",
            "as calls of kafka-acls.sh. Does not connect to a cluster."
        })
public final class AclsCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "The brokers in the printed calls. Default: ${DEFAULT-VALUE}")
    String bootstrapServers = "";

    @Mixin
    TopicPrefix topicPrefix = new TopicPrefix();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() {
        var principals = Principals.of(topicPrefix.resolve(System.getenv()));
        output.text(
                output.isJson()
                        ? principals.stream()
                                .flatMap(principal ->
                                        principal.grants().stream().map(grant -> json(principal, grant) + "\n"))
                                .collect(Collectors.joining())
                        : AclCommands.of(principals, bootstrapServers));
        return ExitCode.OK;
    }

    private static String json(Principal principal, Grant grant) {
        var resource = grant.resource();
        var object = JSON.createObjectNode()
                .put("principal", principal.name())
                .put("resourceType", resource.resourceType().name())
                .put("patternType", resource.patternType().name())
                .put("resource", resource.name());
        var operations = object.putArray("operations");
        grant.sortedOperations().forEach(operation -> operations.add(operation.name()));
        return object.toString();
    }
}
