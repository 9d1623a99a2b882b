package io.fleetorchestrator.producer.publishing;

import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.FleetProfiles;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the profiles of the simulated fleets. */
public final class Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private Profiles() {}

    /** Publishes the profiles that are missing or different in the topic. */
    public static void publish(
            List<FleetModel> fleets,
            KafkaConnection connection,
            AvroSerdes serdes,
            RecordPublisher publisher,
            Instant now) {
        var published = published(connection, serdes);
        for (var fleet : fleets) {
            var profile = FleetProfiles.of(fleet, now);
            var before = published.get(fleet.fleet());
            if (before == null || !FleetProfiles.areEqual(before, profile)) {
                publisher.send(Topics.FLEET_PROFILES, fleet.fleet(), profile, now);
                LOG.info(
                        "fleet {}: published its profile with {} regions",
                        fleet.fleet(),
                        fleet.regions().size());
            }
        }
    }

    private static Map<String, FleetProfile> published(KafkaConnection connection, AvroSerdes serdes) {
        var latest = new HashMap<String, FleetProfile>();
        var profiles = serdes.valueSerde(Topics.FLEET_PROFILES).deserializer();
        try (var view = new TopicView(connection, Topics.FLEET_PROFILES)) {
            view.readToEnd(record -> {
                try {
                    latest.put(record.key(), profiles.deserialize(record.topic(), record.value()));
                } catch (PoisonRecordException e) {
                    // An unreadable profile counts as missing and is published again.
                    latest.remove(record.key());
                }
            });
        }
        return latest;
    }
}
