package io.fleetorchestrator.cli.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvroYamlReaderTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    @Test
    void readsYaml() {
        // given
        var text = """
            requestId: nightly-42
            homeRegion: arizona
            allowedRegions: [arizona, wyoming]
            powerMw: 5
            durationHours: 4
            deadline: 2026-07-02T06:00:00Z
            priority: high
            weights:
              carbon: 2.5
            """;

        // when
        var request = read(text);

        // then
        assertThat(request.getRequestId()).isEqualTo("nightly-42");
        assertThat(request.getAllowedRegions()).containsExactly("arizona", "wyoming");
        assertThat(request.getPowerMw()).isEqualTo(5.0);
        assertThat(request.getDeadline()).isEqualTo("2026-07-02T06:00:00Z");
        assertThat(request.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(request.getWeights().getCarbon()).isEqualTo(2.5);
        assertThat(request.getWeights().getDelay())
                .as("the default of the contract")
                .isEqualTo(1.0);
    }

    @Test
    void readsJson() {
        assertThat(read("{\"powerMw\": 2.5, \"dryRun\": true}"))
                .returns(2.5, WorkloadRequest::getPowerMw)
                .returns(true, WorkloadRequest::getDryRun);
    }

    @Test
    void rejectsAMisspeltFieldAndNamesTheValidOnes() {
        assertThatThrownBy(() -> read("dedline: PT4H"))
                .hasMessageContaining("'dedline' is not a field of WorkloadRequest")
                .hasMessageContaining("deadline");
    }

    @Test
    void namesAnInvalidValue() {
        assertThatThrownBy(() -> read("durationHours: 1.5"))
                .hasMessageContaining("'1.5' is not valid for durationHours: it is not a whole number");
        assertThatThrownBy(() -> read("deadline: tomorrow")).hasMessageContaining("'tomorrow' is not a time");
        assertThatThrownBy(() -> read("priority: urgent")).hasMessageContaining("LOW, NORMAL, HIGH, CRITICAL");
    }

    @Test
    void namesThePositionOfMalformedText() {
        assertThatThrownBy(() -> read("powerMw: [1, 2")).hasMessageContaining("line ");
        assertThatThrownBy(() -> read("just words")).hasMessageContaining("it has no fields");
    }

    @Test
    void readsTheJsonOfARecord() {
        // given
        var profile = FleetProfile.newBuilder()
                .setFleet("north")
                .setUpdatedAt(NOW)
                .setPolicy(FleetPolicy.newBuilder().build())
                .setRegions(List.of(RegionProfile.newBuilder()
                        .setRegion("oslo")
                        .setLatitudeDeg(59.9)
                        .setLongitudeDeg(10.7)
                        .setCapacityMw(40)
                        .setLatencyMs(Map.of("bergen", 9.5))
                        .build()))
                .build();

        // when
        var read = AvroYamlReader.read(profile.toString(), new FleetProfile());

        // then
        assertThat(read).isEqualTo(profile);
    }

    private static WorkloadRequest read(String text) {
        return AvroYamlReader.read(
                text,
                WorkloadRequest.newBuilder()
                        .setRequestId("r-1")
                        .setFleet("global")
                        .setSubmittedAt(NOW)
                        .build());
    }
}
