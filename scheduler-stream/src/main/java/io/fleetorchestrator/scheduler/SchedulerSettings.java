package io.fleetorchestrator.scheduler;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Setting;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import java.time.Duration;

/** What the scheduler can be told. */
public record SchedulerSettings(
        ServiceSettings service,
        StreamsSettings streams,

        @Setting(
                doc = "How long a request id is known after it was answered: the same request within this time gets no"
                        + " second answer. Not longer than requests are kept on their topic, which can then not be"
                        + " replayed anyway",
                defaultValue = "P7D")
        Duration rememberAnswers) {

    public SchedulerSettings {
        if (rememberAnswers.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("remember-answers: " + rememberAnswers
                    + " is less than PT1H; a request that is sent again would be placed twice");
        }
    }
}
