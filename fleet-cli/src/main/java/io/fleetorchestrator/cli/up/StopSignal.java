package io.fleetorchestrator.cli.up;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * On Ctrl-C and SIGTERM, interrupts the main thread and keeps the JVM alive until it has closed everything. Otherwise open
 * transactions would block readers, and a temporary directory would be left behind.
 */
final class StopSignal implements AutoCloseable {

    /** The longest acceptable wait after Ctrl-C. */
    private static final int TIMEOUT_SECONDS = 9;

    private final Thread main = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean given;

    private StopSignal() {}

    /** From now on, a signal interrupts the calling thread. */
    static StopSignal listen() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
        return signal;
    }

    /** Runs the work; after the signal, its exceptions are ignored. */
    int guard(Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (InterruptedException | InterruptException stopped) {
            return 0;
        } catch (Exception e) {
            if (given) {
                return 0;
            }
            throw e;
        }
    }

    private void stop() {
        given = true;
        main.interrupt();
        try {
            if (!closed.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("fleet: not everything was closed within " + TIMEOUT_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
