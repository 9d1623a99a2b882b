package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.runtime.health.Health;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Retries until an attempt succeeds or the time is up, and reports what it waits for. */
final class RetryUntilDeadline {

    private static final Logger LOG = LoggerFactory.getLogger(StartChecks.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Duration timeout;
    private final long deadline;
    private final Health.Gate gate;
    private String lastReported = "";

    RetryUntilDeadline(Duration timeout, Health.Gate gate) {
        this.timeout = timeout;
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.gate = gate;
    }

    <T> T until(Attempt<T> attempt, String remedy) throws InterruptedException {
        while (true) {
            try {
                return attempt.get();
            } catch (NotYetException notYet) {
                reportWait(notYet.what());
                if (System.nanoTime() > deadline) {
                    throw new StartCheckException("waited " + timeout + " for " + notYet.what() + "; " + remedy);
                }
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
    }

    private void reportWait(String what) {
        gate.waitFor(what);
        if (!what.equals(lastReported)) {
            LOG.info("waiting for {}", what);
            lastReported = what;
        }
    }

    /** One attempt. */
    interface Attempt<T> {
        T get() throws NotYetException, InterruptedException;
    }
}
