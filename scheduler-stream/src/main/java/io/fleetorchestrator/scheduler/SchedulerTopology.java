package io.fleetorchestrator.scheduler;

import io.fleetorchestrator.core.fleet.FleetAnswer;
import io.fleetorchestrator.core.fleet.FleetEvent;
import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.scheduler.metrics.SchedulerMetrics;
import io.fleetorchestrator.scheduler.stream.Checks;
import io.fleetorchestrator.scheduler.stream.FleetProcessor;
import io.fleetorchestrator.scheduler.stream.Routing;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** One decision per request: all events of a fleet are processed in one task, by one writer. */
public final class SchedulerTopology {

    private final TopologyContext context;
    private final Duration rememberAnswers;
    private final SchedulerMetrics metrics;
    private final int partitions;

    public SchedulerTopology(TopologyContext context, Duration rememberAnswers, SchedulerMetrics metrics) {
        this.context = context;
        this.rememberAnswers = rememberAnswers;
        this.metrics = metrics;
        this.partitions = context.partitions(Topics.WORKLOAD_REQUESTS);
    }

    public void build(StreamsBuilder builder) {
        var events = requests(builder)
                .merge(forecasts(builder), Named.as("requests-and-forecasts"))
                .merge(profiles(builder), Named.as("fleet-events"));
        var answers = events.process(
                FleetProcessor.supplier(context.serdes(), rememberAnswers, metrics), Named.as("fleet-writer"));
        decisions(answers);
        advisories(answers);
    }

    /** Requests from their topic. Those that another client sent to the wrong partition are repartitioned. */
    private KStream<String, FleetEvent> requests(StreamsBuilder builder) {
        var requests = stream(builder, Topics.WORKLOAD_REQUESTS, "requests")
                .processValues(Checks.requests(), Named.as("answerable-requests"));
        var rightPartition =
                requests.processValues(Routing.rightPartition(partitions), Named.as("well-placed-requests"));
        var wrongPartition = requests.processValues(Routing.wrongPartition(partitions), Named.as("astray-requests"))
                .repartition(repartitioned(WorkloadRequest.class, "astray-requests-by-fleet"));
        return rightPartition
                .merge(wrongPartition, Named.as("requests-by-fleet"))
                .mapValues(FleetEvent.Requested::new, Named.as("requested"));
    }

    /** Forecasts, repartitioned from region to fleet, which does not delay requests. */
    private KStream<String, FleetEvent> forecasts(StreamsBuilder builder) {
        return stream(builder, Topics.FORECAST_INTERVALS, "forecasts")
                .processValues(Checks.forecasts(), Named.as("valid-forecasts"))
                .selectKey((region, forecast) -> forecast.getFleet(), Named.as("forecasts-of-fleet"))
                .repartition(repartitioned(RegionForecast.class, "forecasts-by-fleet"))
                .mapValues(FleetEvent.ForecastIssued::new, Named.as("forecast-issued"));
    }

    private KStream<String, FleetEvent> profiles(StreamsBuilder builder) {
        return stream(builder, Topics.FLEET_PROFILES, "profiles")
                .mapValues(
                        profile -> profile == null
                                ? new FleetEvent.ProfileRemoved()
                                : new FleetEvent.ProfilePublished(profile),
                        Named.as("profile-changed"));
    }

    private void decisions(KStream<String, FleetAnswer> answers) {
        answers.filter((fleet, answer) -> decision(answer).isPresent(), Named.as("decided"))
                .mapValues(answer -> decision(answer).orElseThrow(), Named.as("decisions"))
                .to(Topics.WORKLOAD_DECISIONS.name(context.topicPrefix()), produced(Topics.WORKLOAD_DECISIONS));
    }

    private void advisories(KStream<String, FleetAnswer> answers) {
        answers.filter((fleet, answer) -> advisory(answer).isPresent(), Named.as("advised"))
                .mapValues(answer -> advisory(answer).orElseThrow(), Named.as("advisories"))
                .to(Topics.FLEET_ADVISORIES.name(context.topicPrefix()), produced(Topics.FLEET_ADVISORIES));
    }

    private static Optional<SchedulingDecision> decision(FleetAnswer answer) {
        return answer.match(Optional::of, advisory -> Optional.empty());
    }

    private static Optional<Advisory> advisory(FleetAnswer answer) {
        return answer.match(decision -> Optional.empty(), Optional::of);
    }

    private <V> KStream<String, V> stream(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(
                topic.name(context.topicPrefix()),
                Consumed.with(AvroSerdes.keySerde(), context.serdes().valueSerde(topic))
                        .withName(name));
    }

    /** With the number of partitions of the requests, so that all events of a fleet are in one task. */
    private <V extends SpecificRecord> Repartitioned<String, V> repartitioned(Class<V> type, String name) {
        return Repartitioned.with(AvroSerdes.keySerde(), context.serdes().internalSerde(type))
                .withName(name)
                .withNumberOfPartitions(partitions);
    }

    private <V> Produced<String, V> produced(Topic<V> topic) {
        return Produced.with(AvroSerdes.keySerde(), context.serdes().valueSerde(topic))
                .withName(topic.name());
    }
}
