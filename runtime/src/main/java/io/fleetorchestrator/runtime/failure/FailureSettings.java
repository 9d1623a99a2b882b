package io.fleetorchestrator.runtime.failure;

import io.fleetorchestrator.runtime.settings.Setting;
import java.time.Duration;

/** How many failures and how long an outage a service survives before it stops and must be restarted. */
public record FailureSettings(
        @Setting(
                doc = "Failures other than outages within failure-window after which the service stops",
                defaultValue = "3")
        int maxFailures,

        @Setting(doc = "Time in which failures are counted together", defaultValue = "PT10M")
        Duration failureWindow,

        @Setting(
                doc = "How long to retry during an outage of brokers or registry before the service stops",
                defaultValue = "PT10M")
        Duration outagePatience) {

    public FailureSettings {
        if (maxFailures < 1) {
            throw new IllegalArgumentException("max-failures: " + maxFailures + " is less than 1");
        }
    }
}
