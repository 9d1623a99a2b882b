package io.fleetorchestrator.testing;

import io.fleetorchestrator.embedded.EmbeddedKafka;

/** A broker inside the JVM of the tests. */
final class EmbeddedBroker implements Server {

    private final ScratchDirectory directory = ScratchDirectory.create("kafka");
    private final EmbeddedKafka kafka = EmbeddedKafka.in(directory.path());

    @Override
    public String address() {
        return kafka.bootstrapServers();
    }

    @Override
    public void start() {
        kafka.start();
    }

    @Override
    public void stop() {
        kafka.stop();
    }

    @Override
    public void close() {
        kafka.close();
        directory.close();
    }
}
