package io.fleetorchestrator.cli.access;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrimziTest {

    private static final Path SHIPPED = Path.of("..", "deploy", "strimzi");

    private static final TopicPlan PLAN = TopicPlan.of(Topics.DEFAULT_PREFIX, 0);

    private final Strimzi strimzi = new Strimzi(PLAN, "kafka");

    @Test
    void theShippedTopicsAreThoseOfTheCode() throws IOException {
        then(strimzi.topics())
                .as("deploy/strimzi/topics.yaml; write it anew with: fleet topics strimzi topics")
                .isEqualTo(Files.readString(SHIPPED.resolve("topics.yaml")));
    }

    @Test
    void readingsAreKeptAsLongAsABackfillNeeds() {
        var patient = new Strimzi(PLAN.keepingReadings(Duration.ofDays(67)), "kafka");

        then(patient.topics())
                .isEqualTo(strimzi.topics().replaceFirst("retention.ms: 604800000", "retention.ms: 5788800000"));
    }

    @Test
    void theShippedUsersHaveTheRightsOfTheServices() throws IOException {
        then(strimzi.users())
                .as("deploy/strimzi/users.yaml; write it anew with: fleet topics strimzi users")
                .isEqualTo(Files.readString(SHIPPED.resolve("users.yaml")));
    }
}
