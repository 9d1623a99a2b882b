package io.fleetorchestrator.testing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Somewhere that bytes from outside come in. Every input is taken or refused for a reason; nothing else may happen. */
public final class Surface {

    /** How many inputs: few in every build, {@code -Dfuzz.inputs=100000} when somebody looks on. */
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 300);

    /** Another seed finds other things; the same seed finds the same again. */
    private static final long SEED = Long.getLong("fuzz.seed", 42);

    /** No input takes more than milliseconds when nothing hangs; a machine that does other things may pause so long. */
    private static final Duration HANGING = Duration.ofMinutes(2);

    private final String name;
    private final Reader reader;
    private final Corpus corpus;
    private final AtomicInteger tried = new AtomicInteger();
    private volatile byte[] current = {};
    private int refused;

    private Surface(String name, Reader reader) {
        this.name = name;
        this.reader = reader;
        this.corpus = Corpus.of(name);
    }

    /** Reads one input. */
    @FunctionalInterface
    public interface Reader {

        /** The reason for which the input was refused; empty when it was taken. */
        Optional<String> refusal(byte[] input) throws Exception;
    }

    /** An input in words. */
    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** The words of an input. */
    public static String text(byte[] input) {
        return new String(input, UTF_8);
    }

    /** Spoils good inputs in many ways, tries those kept from before too, and holds the reader to the rule above. */
    public static void fuzz(String name, List<byte[]> good, Reader reader) {
        new Surface(name, reader).fuzz(good);
    }

    private void fuzz(List<byte[]> good) {
        good.forEach(input -> then(refusal(input)).as("good input").isEmpty());
        var worker = Executors.newSingleThreadExecutor(Surface::daemon);
        try {
            await(worker.submit(() -> tryAll(good)));
        } finally {
            worker.shutdownNow();
        }
        then(refused).as("corrupt inputs that were refused").isPositive();
        corpus.keep();
        System.out.printf("| %s | %,d | %,d | %,d |%n", name, tried.get(), tried.get() - refused, refused);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "fuzz");
        thread.setDaemon(true);
        return thread;
    }

    private void tryAll(List<byte[]> good) {
        corpus.inputs().forEach(this::tryOne);
        var mutations = new Mutations(good, SEED);
        for (int i = 0; i < INPUTS; i++) {
            tryOne(mutations.next());
        }
    }

    private void tryOne(byte[] input) {
        current = input;
        refusal(input).ifPresent(reason -> {
            refused++;
            corpus.note(reason, input);
        });
        tried.incrementAndGet();
    }

    private Optional<String> refusal(byte[] input) {
        try {
            var reason = reader.refusal(input);
            reason.ifPresent(text -> then(text).isNotBlank());
            return reason;
        } catch (Exception | Error broken) {
            throw new AssertionError(name + " is broken by " + HexFormat.of().formatHex(input), broken);
        }
    }

    /** As long as one input follows upon another, nothing hangs. */
    private void await(Future<?> all) {
        int before = -1;
        while (before != tried.get()) {
            before = tried.get();
            try {
                all.get(HANGING.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                // Said below, if nothing has moved since.
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(name + " hangs on " + HexFormat.of().formatHex(current));
    }
}
