package io.fleetorchestrator.cli.topic;

import io.fleetorchestrator.cli.ExitCode;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet topics apply}: creates and widens, never deletes or narrows. */
@Command(
        name = "apply",
        description = "Creates missing topics and widens limits; never deletes, narrows or repartitions.")
final class TopicsApplyCommand implements Callable<Integer> {

    @Mixin
    TopicOptions options = new TopicOptions();

    @Override
    public Integer call() {
        options.run(TopicPlan::apply);
        return ExitCode.OK;
    }
}
