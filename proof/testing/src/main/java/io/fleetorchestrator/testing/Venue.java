package io.fleetorchestrator.testing;

import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;

/** Where the broker and the registry of the tests run; {@code -Dfleet.test.kafka=embedded|docker|auto} decides. */
enum Venue {
    EMBEDDED {
        @Override
        Servers servers() {
            return new Servers(new EmbeddedBroker(), new ApicurioProcess(), Optional.empty());
        }
    },

    DOCKER {
        @Override
        Servers servers() {
            var network = Network.newNetwork();
            var kafka = KAFKA_IMAGE.orElse("apache/kafka:" + KafkaVersion.ofClients());
            // The version that the build unpacks for EMBEDDED.
            var registry = REGISTRY_IMAGE.orElse("apicurio/apicurio-registry:3.0.9");
            return new Servers(
                    ContainerServer.broker(kafka, network),
                    ContainerServer.registry(registry, network),
                    Optional.of(network));
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(Venue.class);

    private static final Optional<String> KAFKA_IMAGE = given("FLEET_TEST_KAFKA_IMAGE");
    private static final Optional<String> REGISTRY_IMAGE = given("FLEET_TEST_REGISTRY_IMAGE");

    /** A broker and a registry that do not run yet. */
    abstract Servers servers();

    static Venue chosen() {
        var wish = given("FLEET_TEST_KAFKA").orElse("auto");
        var venue = wish.equals("auto") ? best() : valueOf(wish.toUpperCase(Locale.ROOT));
        LOG.info("Kafka and registry of the tests: {} ({})", venue, reason(wish));
        return venue;
    }

    /** Embedded unless somebody has named images: pulling them takes longer than all the tests. */
    private static Venue best() {
        return imagesNamed() && dockerAnswers() ? DOCKER : EMBEDDED;
    }

    private static String reason(String wish) {
        if (!wish.equals("auto")) {
            return "asked for";
        }
        if (!imagesNamed()) {
            return "no images named by FLEET_TEST_KAFKA_IMAGE and FLEET_TEST_REGISTRY_IMAGE";
        }
        return dockerAnswers() ? "images named and Docker answers" : "images named, but no Docker answers";
    }

    private static boolean imagesNamed() {
        return KAFKA_IMAGE.isPresent() && REGISTRY_IMAGE.isPresent();
    }

    private static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** By environment, or by the system property of the same name: FLEET_TEST_KAFKA is fleet.test.kafka. */
    private static Optional<String> given(String name) {
        var property = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return Optional.ofNullable(System.getProperty(property)).or(() -> Optional.ofNullable(System.getenv(name)));
    }
}
