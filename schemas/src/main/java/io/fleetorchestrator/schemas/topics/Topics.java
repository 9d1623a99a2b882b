package io.fleetorchestrator.schemas.topics;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topic.Cleanup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/** Every topic of the pipeline. Main code, tests, topic creation and docs all read it from here. */
public final class Topics {

    /** The default prefix of all topic names. */
    public static final String DEFAULT_PREFIX = "fleet.";

    private static final int PARTITIONS = 6;

    /**
     * By default brokers reject records with timestamps more than an hour ahead, which fails the producer. Readings of a
     * wrong clock must reach our own validation instead, which names the region and dead-letters the reading.
     */
    private static final String ANY_TIMESTAMP = Long.toString(Long.MAX_VALUE);

    public static final Topic<TelemetryReading> TELEMETRY_READINGS = Topic.deleting(
                    "telemetry.readings", TelemetryReading.class, PARTITIONS, Duration.ofDays(7))
            .with(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, ANY_TIMESTAMP);

    public static final Topic<HourlyFeatures> TELEMETRY_HOURLY =
            Topic.deleting("telemetry.hourly", HourlyFeatures.class, PARTITIONS, Duration.ofDays(400));

    /** Decisions use the newest forecast of each region; the command center shows those of the last days. */
    public static final Topic<RegionForecast> FORECAST_INTERVALS = new Topic<>(
            "forecast.intervals",
            RegionForecast.class,
            PARTITIONS,
            Cleanup.COMPACT_AND_DELETE,
            Optional.of(Duration.ofDays(30)),
            Map.of(
                    TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(Duration.ofDays(8).toMillis())));

    public static final Topic<ForecastOutcome> FORECAST_OUTCOMES =
            Topic.deleting("forecast.outcomes", ForecastOutcome.class, PARTITIONS, Duration.ofDays(30));

    /** One partition: there are few models, and every forecaster reads all of them. */
    public static final Topic<ModelArtifact> FORECAST_MODELS = Topic.compacted(
                    "forecast.models", ModelArtifact.class, 1)
            .with(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(8 * 1024 * 1024))
            .with(TopicConfig.COMPRESSION_TYPE_CONFIG, "zstd");

    public static final Topic<FleetProfile> FLEET_PROFILES =
            Topic.compacted("fleet.profiles", FleetProfile.class, PARTITIONS);

    public static final Topic<WorkloadRequest> WORKLOAD_REQUESTS =
            Topic.deleting("workload.requests", WorkloadRequest.class, PARTITIONS, Duration.ofDays(7));

    public static final Topic<SchedulingDecision> WORKLOAD_DECISIONS =
            Topic.deleting("workload.decisions", SchedulingDecision.class, PARTITIONS, Duration.ofDays(30));

    public static final Topic<Advisory> FLEET_ADVISORIES =
            Topic.deleting("fleet.advisories", Advisory.class, PARTITIONS, Duration.ofDays(30));

    /** Records that could not be processed, unchanged, with the reason in their headers. */
    public static final Topic<byte[]> DEAD_LETTER = Topic.deleting(
                    "dead-letter", byte[].class, PARTITIONS, Duration.ofDays(30))
            // Dead letters have the timestamp of their record, which may be wrong: retention uses the time of arrival.
            .with(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime")
            // The largest record of any other topic, and its headers.
            .with(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(9 * 1024 * 1024));

    private Topics() {}

    /** All topics, in the order in which data flows through them. */
    public static List<Topic<?>> all() {
        return List.of(
                TELEMETRY_READINGS,
                TELEMETRY_HOURLY,
                FORECAST_INTERVALS,
                FORECAST_OUTCOMES,
                FORECAST_MODELS,
                FLEET_PROFILES,
                WORKLOAD_REQUESTS,
                WORKLOAD_DECISIONS,
                FLEET_ADVISORIES,
                DEAD_LETTER);
    }
}
