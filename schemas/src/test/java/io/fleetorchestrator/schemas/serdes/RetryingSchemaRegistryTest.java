package io.fleetorchestrator.schemas.serdes;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RetryingSchemaRegistryTest {

    private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

    @Test
    void retriesUntilTheRegistryIsBack() {
        // given
        var registry = new FlakyRegistry(2);

        // then
        then(patient(registry, Duration.ofSeconds(5)).idOf("subject", SCHEMA)).isEqualTo(7);
        then(registry.questions).isEqualTo(3);
    }

    @Test
    void failsWhenTheRetryTimeIsOver() {
        thenThrownBy(() -> patient(new FlakyRegistry(1), Duration.ZERO).schemaOf(7))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    private static RetryingSchemaRegistry patient(SchemaRegistry registry, Duration patience) {
        return new RetryingSchemaRegistry(registry, patience);
    }

    private static final class FlakyRegistry implements SchemaRegistry {

        private final int outages;
        private int questions;

        FlakyRegistry(int outages) {
            this.outages = outages;
        }

        @Override
        public int idOf(String subject, Schema schema) {
            failAtFirst();
            return 7;
        }

        @Override
        public Optional<Schema> schemaOf(int id) {
            failAtFirst();
            return Optional.of(SCHEMA);
        }

        @Override
        public int publish(String subject, Schema schema) {
            failAtFirst();
            return 7;
        }

        @Override
        public void checkAccess(String subject) {
            failAtFirst();
        }

        @Override
        public void close() {}

        private void failAtFirst() {
            questions++;
            if (questions <= outages) {
                throw new RegistryUnavailableException("down", new IOException("down"));
            }
        }
    }
}
