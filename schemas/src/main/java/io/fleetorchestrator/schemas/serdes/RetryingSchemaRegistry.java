package io.fleetorchestrator.schemas.serdes;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/** Retries for a limited time if the registry cannot be reached: most outages are short. */
final class RetryingSchemaRegistry implements SchemaRegistry {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SchemaRegistry registry;
    private final Duration patience;

    RetryingSchemaRegistry(SchemaRegistry registry, Duration patience) {
        this.registry = registry;
        this.patience = patience;
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return retried(() -> registry.idOf(subject, schema));
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
        return retried(() -> registry.schemaOf(id));
    }

    @Override
    public int publish(String subject, Schema schema) {
        return retried(() -> registry.publish(subject, schema));
    }

    @Override
    public void checkAccess(String subject) {
        registry.checkAccess(subject);
    }

    @Override
    public void close() {
        registry.close();
    }

    private <T> T retried(Supplier<T> request) {
        var deadline = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return request.get();
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
