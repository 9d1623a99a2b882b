package io.fleetorchestrator.reliability.faults;

import java.time.Duration;
import org.awaitility.Awaitility;

/** The duration of a fault, the one place that waits for time itself. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }
}
