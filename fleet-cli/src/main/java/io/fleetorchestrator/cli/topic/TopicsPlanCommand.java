package io.fleetorchestrator.cli.topic;

import io.fleetorchestrator.schemas.topics.TopicPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet topics plan}: shows the changes without making them. */
@Command(
        name = "plan",
        description = "Shows what 'apply' would do; changes nothing.",
        footer = {"", "Exit codes: 0 nothing to change, 3 something to change."})
final class TopicsPlanCommand implements Callable<Integer> {

    @Mixin
    TopicOptions options = new TopicOptions();

    @Override
    public Integer call() {
        return TopicOptions.exitCode(options.run(TopicPlan::describe));
    }
}
