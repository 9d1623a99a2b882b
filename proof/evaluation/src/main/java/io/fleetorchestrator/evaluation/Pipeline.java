package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.FleetProfiles;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Forecaster and scheduler, connected as by their topics, and their output. */
final class Pipeline implements AutoCloseable {

    private final AvroSerdes serdes =
            AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://season-" + UUID.randomUUID()));
    private final DrivenTopology forecaster;
    private final DrivenTopology scheduler;
    private final ActivePlacements placed = new ActivePlacements();
    private final HourTable hours = new HourTable();
    private final Map<String, WorkloadRequest> requests = new LinkedHashMap<>();
    private final List<DecidedRequest> answered = new ArrayList<>();
    private final Map<AdvisoryKind, Integer> advisories = new EnumMap<>(AdvisoryKind.class);

    Pipeline(FleetModel fleet, Path state, Instant start) {
        this.forecaster = DrivenTopology.of(new Forecaster(), serdes, state.resolve("forecaster"), start);
        this.scheduler = DrivenTopology.of(new Scheduler(), serdes, state.resolve("scheduler"), start);
        scheduler.pipe(Topics.FLEET_PROFILES, fleet.fleet(), FleetProfiles.of(fleet, start), start);
    }

    /** The load that the decisions so far have placed. */
    ActivePlacements placed() {
        return placed;
    }

    void publish(ModelArtifact model) {
        forecaster.pipe(Topics.FORECAST_MODELS, model.getSignal().name(), model, model.getTrainedAt());
    }

    void request(WorkloadRequest request) {
        requests.put(request.getRequestId(), request);
        scheduler.pipe(Topics.WORKLOAD_REQUESTS, request.getFleet(), request, request.getSubmittedAt());
        scheduler.read(Topics.WORKLOAD_DECISIONS).forEach(this::decided);
    }

    private void decided(SchedulingDecision decision) {
        placed.add(decision);
        var request = requests.remove(decision.getRequestId());
        if (request == null) {
            throw new IllegalStateException("a second decision on " + decision.getRequestId());
        }
        answered.add(new DecidedRequest(request, decision));
    }

    /** Processes a reading; returns the hours that it closed. */
    List<HourlyFeatures> read(TelemetryReading reading) {
        forecaster.pipe(Topics.TELEMETRY_READINGS, reading.getRegion(), reading, reading.getObservedAt());
        forecaster
                .read(Topics.FORECAST_INTERVALS)
                .forEach(forecast -> scheduler.pipe(
                        Topics.FORECAST_INTERVALS, forecast.getRegion(), forecast, reading.getObservedAt()));
        forecaster.read(Topics.FORECAST_OUTCOMES);
        forecaster.read(Topics.FLEET_ADVISORIES).forEach(advisory -> count(advisory.getKind()));
        scheduler.read(Topics.FLEET_ADVISORIES).forEach(advisory -> count(advisory.getKind()));
        var closed = forecaster.read(Topics.TELEMETRY_HOURLY);
        closed.forEach(hours::add);
        return closed;
    }

    private void count(AdvisoryKind kind) {
        advisories.merge(kind, 1, Integer::sum);
    }

    /** Sets the wall clock to event time. */
    void pass(Instant now) {
        forecaster.advance(SeasonPlan.BEAT);
        scheduler.advance(SeasonPlan.BEAT);
        placed.forgetEndedBy(now);
    }

    /** The record of the season. */
    SeasonRecord record() {
        return new SeasonRecord(hours, List.copyOf(answered), requests.size(), new EnumMap<>(advisories));
    }

    @Override
    public void close() {
        forecaster.close();
        scheduler.close();
        serdes.close();
    }
}
