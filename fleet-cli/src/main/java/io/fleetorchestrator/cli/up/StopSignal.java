package io.fleetorchestrator.cli.up;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Ctrl-C and SIGTERM: interrupt the thread that runs everything, and keep the JVM until it has closed everything.
 * Half-written transactions would hold readers up, and a temporary directory would stay behind.
 */
final class StopSignal implements AutoCloseable {

    /** A person at the keyboard waits no longer than this. */
    private static final int PATIENCE_SECONDS = 9;

    private final Thread main = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean given;

    private StopSignal() {}

    /** From now on the calling thread is interrupted by a signal. */
    static StopSignal listen() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
        return signal;
    }

    /** Runs something that the signal breaks off, whatever it throws then. */
    int guard(Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (InterruptedException | InterruptException toldToStop) {
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
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("fleet: not everything could be closed in time");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
