package io.fleetorchestrator.schemas.serdes;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/** Asks again, for a while, when the registry cannot be reached: most outages are shorter than the cure for one. */
final class RetryingSchemaRegistry implements SchemaRegistry {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SchemaRegistry directory;
    private final Duration patience;

    RetryingSchemaRegistry(SchemaRegistry directory, Duration patience) {
        this.directory = directory;
        this.patience = patience;
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return patiently(() -> directory.idOf(subject, schema));
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
        return patiently(() -> directory.schemaOf(id));
    }

    @Override
    public int publish(String subject, Schema schema) {
        return patiently(() -> directory.publish(subject, schema));
    }

    @Override
    public void knock(String subject) {
        directory.knock(subject);
    }

    @Override
    public void close() {
        directory.close();
    }

    private <T> T patiently(Supplier<T> question) {
        var deadline = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return question.get();
            } catch (RegistryUnavailableException outage) {
                if (System.nanoTime() + pause.toNanos() > deadline) {
                    throw outage;
                }
                sleep(pause, outage);
                pause = longer(pause);
            }
        }
    }

    private static void sleep(Duration pause, RegistryUnavailableException outage) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outage;
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
