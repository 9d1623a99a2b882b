package io.fleetorchestrator.reliability.faults;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Lets a fault last: here time is what is tested, and nothing is waited for. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }
}
