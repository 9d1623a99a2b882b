package io.fleetorchestrator.cli.up;

/** The Kafka and the registry that everything meets at. */
interface Backbone extends AutoCloseable {

    String bootstrapServers();

    String registryUrl();

    @Override
    void close();

    /** One that somebody else runs, and goes on running. */
    static Backbone existing(String bootstrapServers, String registryUrl) {
        return new Backbone() {
            @Override
            public String bootstrapServers() {
                return bootstrapServers;
            }

            @Override
            public String registryUrl() {
                return registryUrl;
            }

            @Override
            public void close() {
                // Not ours to stop.
            }
        };
    }
}
