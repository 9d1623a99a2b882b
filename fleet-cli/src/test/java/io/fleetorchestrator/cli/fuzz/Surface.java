package io.fleetorchestrator.cli.fuzz;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Somewhere that bytes from outside come in. Every input is taken or refused for a reason; nothing else may happen. */
final class Surface {

    /** How many inputs: few in every build, {@code -Dfuzz.inputs=100000} when somebody looks on. */
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 300);

    /** Another seed finds other things; the same seed finds the same again. */
    private static final long SEED = Long.getLong("fuzz.seed", 42);

    /** No input takes a millisecond when nothing hangs; machines that do other things besides may take long over all. */
    private static final Duration HANGING = Duration.ofMinutes(10);

    private Surface() {}

    /** Reads one input. */
    interface Reader {

        /** The reason for which the input was refused; empty when it was taken. */
        Optional<String> refusal(byte[] input) throws Exception;
    }

    /** Spoils the corpus in many ways, and holds the reader to the rule above. */
    static void fuzz(List<byte[]> corpus, Reader reader) {
        corpus.forEach(good -> then(refusal(reader, good)).as("good input").isEmpty());
        var hangGuard = Executors.newSingleThreadExecutor(Surface::daemon);
        try {
            var refused = hangGuard.submit(() -> refusals(new Mutations(corpus, SEED), reader));
            then(refused.get(HANGING.toSeconds(), TimeUnit.SECONDS)).isPositive();
        } catch (TimeoutException e) {
            throw new AssertionError("an input hangs", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            hangGuard.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "fuzz");
        thread.setDaemon(true);
        return thread;
    }

    private static int refusals(Mutations mutations, Reader reader) {
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            refused += refusal(reader, mutations.next()).isPresent() ? 1 : 0;
        }
        return refused;
    }

    private static Optional<String> refusal(Reader reader, byte[] input) {
        try {
            var reason = reader.refusal(input);
            reason.ifPresent(text -> then(text).isNotBlank());
            return reason;
        } catch (Exception | Error broken) {
            throw new AssertionError("broken by " + HexFormat.of().formatHex(input), broken);
        }
    }
}
