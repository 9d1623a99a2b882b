package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.runtime.health.Health;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until it works or the time is up, and says what it is waiting for. */
final class RetryUntilDeadline {

    private static final Logger LOG = LoggerFactory.getLogger(StartChecks.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Duration timeout;
    private final long deadline;
    private final Health.Gate gate;
    private String lastSaid = "";

    RetryUntilDeadline(Duration timeout, Health.Gate gate) {
        this.timeout = timeout;
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.gate = gate;
    }

    <T> T until(Attempt<T> attempt, String cure) throws InterruptedException {
        while (true) {
            try {
                return attempt.get();
            } catch (NotYetException notYet) {
                say(notYet.what());
                if (System.nanoTime() > deadline) {
                    throw new StartCheckException("waited " + timeout + " for " + notYet.what() + "; " + cure);
                }
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
    }

    private void say(String what) {
        gate.waitFor(what);
        if (!what.equals(lastSaid)) {
            LOG.info("waiting for {}", what);
            lastSaid = what;
        }
    }

    /** One try. */
    interface Attempt<T> {
        T get() throws NotYetException, InterruptedException;
    }
}
