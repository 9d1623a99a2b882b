package io.fleetorchestrator.cli.topic;

import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet topics apply}: creates topics and raises limits; never deletes or lowers anything. */
@Command(
        name = "apply",
        description = {
            "Creates missing topics and raises limits; never deletes, lowers or repartitions.",
            "Then registers the schemas of their values, so that services need no right to."
        })
final class TopicsApplyCommand implements Callable<Integer> {

    @Mixin
    TopicOptions options = new TopicOptions();

    @Option(names = "--topics-only", description = "Register no schemas.")
    boolean topicsOnly;

    @Override
    public Integer call() {
        options.run(TopicPlan::apply);
        if (!topicsOnly) {
            options.publishSchemas();
        }
        return ExitCode.OK;
    }
}
