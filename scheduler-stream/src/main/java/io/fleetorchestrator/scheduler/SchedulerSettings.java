package io.fleetorchestrator.scheduler;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Setting;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import java.time.Duration;

/** The settings of the scheduler. */
public record SchedulerSettings(
        ServiceSettings service,
        StreamsSettings streams,

        @Setting(
                doc = "How long a request id is remembered after its answer: the same request within this time gets no"
                        + " second answer. There is no use in more than the retention of the topic of requests",
                defaultValue = "P7D")
        Duration rememberAnswers) {

    public SchedulerSettings {
        if (rememberAnswers.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("remember-answers: " + rememberAnswers
                    + " is less than PT1H; a request that is retried later would be placed twice");
        }
    }
}
