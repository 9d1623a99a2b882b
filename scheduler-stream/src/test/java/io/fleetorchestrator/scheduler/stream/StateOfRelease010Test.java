package io.fleetorchestrator.scheduler.stream;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.core.fleet.AnsweredRequest;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.Resources;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import io.fleetorchestrator.testing.samples.Samples;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Reads bytes that release 0.1.0 wrote, and compares the values. */
class StateOfRelease010Test {

    private static final Path STATE = Path.of("src/test/resources/state/0.1.0");
    private static final long MIDNIGHT = Instant.parse("2026-07-02T00:00:00Z").getEpochSecond() / 3600;
    private static final long DECIDED = Instant.parse("2026-07-01T18:00:00Z").getEpochSecond() / 3600;

    private final AvroSerdes serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://state-of-0.1.0"));

    @Test
    void profilesAreRead() throws IOException {
        var profile = value("fleet-profiles", "global", FleetProfile.class);

        then(profile.getFleet()).isEqualTo("global");
        then(profile.getPolicy().getConfidence()).isEqualTo(0.9);
        then(profile.getRegions()).extracting(RegionProfile::getRegion).containsExactly("arizona", "ireland", "utah");
        then(profile.getRegions()).extracting(RegionProfile::getCapacityMw).containsOnly(100.0);
    }

    @Test
    void forecastsAreRead() throws IOException {
        for (var region : List.of("arizona", "ireland", "utah")) {
            var forecast = value("fleet-forecasts", "global\0" + region, RegionForecast.class);

            then(forecast)
                    .isEqualTo(Samples.forecast(
                            region, Samples.hour(1), hour -> region.equals("utah") ? 60 : 24, hour -> 50, hour -> 300));
        }
    }

    @Test
    void placementsAreRead() throws IOException {
        var codec = PlacedCodec.of(serdes);
        var kept = PlacedCodec.serde(serdes).deserializer();
        var values = values("fleet-placements");
        then(values).containsOnlyKeys("global\0job-1", "global\0job-2");

        for (var key : values.keySet()) {
            var placed = codec.read(kept.deserialize("fleet-placements", values.get(key)));
            then(placed.region()).isEqualTo("utah");
            then(placed.start()).isEqualTo(MIDNIGHT);
            then(placed.end()).isEqualTo(MIDNIGHT + 4);
            then(placed.atRisk()).isTrue();
            then(placed.request()).isEqualTo(requested(placed.requestId()));
        }
    }

    @Test
    void answersAreRead() throws IOException {
        var values = values("fleet-answers");

        var kept = AnsweredCodec.serde(serdes).deserializer();
        then(values.entrySet().stream()
                        .flatMap(entry -> AnsweredCodec.read(
                                entry.getKey().substring("global".length() + 1),
                                kept.deserialize("fleet-answers", entry.getValue()))
                                .stream()))
                .containsExactlyInAnyOrder(
                        new AnsweredRequest(RequestKind.CANCEL, "job-3", -664882056711388731L, true, DECIDED),
                        new AnsweredRequest(RequestKind.DRY_RUN, "job-2", -9218539127536348235L, true, DECIDED),
                        new AnsweredRequest(RequestKind.SUBMIT, "job-1", -7093539208828241736L, true, DECIDED),
                        new AnsweredRequest(RequestKind.SUBMIT, "job-1", -4147077532523907170L, false, DECIDED),
                        new AnsweredRequest(RequestKind.SUBMIT, "job-1", -1765641076664785172L, false, DECIDED),
                        new AnsweredRequest(RequestKind.SUBMIT, "job-2", -7434739290795246209L, true, DECIDED),
                        new AnsweredRequest(RequestKind.SUBMIT, "job-3", -9218539127536348235L, true, DECIDED),
                        new AnsweredRequest(RequestKind.SUBMIT, "job-4", 838706875339829266L, true, DECIDED));
    }

    @Test
    void stateOfANewerVersionOrCorruptStateNamesTheStoreAndTheRemedy() throws IOException {
        var kept = AnsweredCodec.serde(serdes).deserializer();
        byte[] good = Objects.requireNonNull(values("fleet-answers").get("global\0sjob-1"));
        byte[] newer = good.clone();
        newer[0] = 9;
        byte[] broken = Arrays.copyOf(good, 5);

        for (byte[] bytes : List.of(newer, broken)) {
            thenThrownBy(() -> kept.deserialize("fleet-answers", bytes))
                    .isInstanceOf(StateUnreadableException.class)
                    .hasMessageContainingAll("fleet-answers", "Start the version that wrote it");
        }
    }

    private static WorkloadRequest requested(String id) {
        if (id.equals("job-2")) {
            return Samples.request("job-2").setName("trainig \u00e9").build();
        }
        return Samples.request(id)
                .setPriority(Priority.HIGH)
                .setHomeRegion("ireland")
                .setAllowedRegions(List.of("ireland", "utah"))
                .setDeadline(Samples.hour(20))
                .setEarliestStart(Samples.hour(2))
                .setWeights(new ObjectiveWeights(2.0, 0.5, 0.25, 8.0))
                .setMaxLatencyMs(80.0)
                .setResources(Resources.newBuilder()
                        .setCpus(64)
                        .setMemoryGb(256.5)
                        .setGpus(8)
                        .build())
                .build();
    }

    private <T extends SpecificRecord> T value(String store, String key, Class<T> type) throws IOException {
        return serdes.stateSerde(type)
                .deserializer()
                .deserialize(store, values(store).get(key));
    }

    private static Map<String, byte[]> values(String store) throws IOException {
        var values = new TreeMap<String, byte[]>();
        try (var files = Files.list(STATE.resolve(store))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString().replace(".bin", "");
                values.put(URLDecoder.decode(name, StandardCharsets.UTF_8), Files.readAllBytes(file));
            }
        }
        return values;
    }
}
