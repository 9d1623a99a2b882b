package io.fleetorchestrator.producer;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.core.replay.BadRowException;
import io.fleetorchestrator.producer.faults.FaultInjector;
import io.fleetorchestrator.producer.faults.FaultPlan;
import io.fleetorchestrator.producer.playback.Source;
import io.fleetorchestrator.producer.playback.Timeline;
import io.fleetorchestrator.producer.playback.TwinSource;
import io.fleetorchestrator.producer.publishing.DecisionFeed;
import io.fleetorchestrator.producer.publishing.RecordPublisher;
import io.fleetorchestrator.producer.publishing.ResumePoints;
import io.fleetorchestrator.producer.publishing.RetentionCheck;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.replay.ReplaySource;
import io.fleetorchestrator.producer.replay.TraceFile;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.producer.workload.Arrivals;
import io.fleetorchestrator.producer.workload.DryRunsAndCancellations;
import io.fleetorchestrator.producer.workload.TraceArrivals;
import io.fleetorchestrator.producer.workload.TraceJob;
import io.fleetorchestrator.producer.workload.WorkloadMix;
import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates a playback from the settings. */
final class PlaybackFactory {

    private static final Logger LOG = LoggerFactory.getLogger(PlaybackFactory.class);

    /** Retention beyond the age of the history: a week, as for live readings, in which consumers may be down. */
    private static final Duration EXTRA_RETENTION = Duration.ofDays(7);

    private final ProducerSettings settings;
    private final KafkaConnection connection;
    private final List<FleetModel> fleets;
    private final Clock clock;
    private final ProducerMetrics metrics;
    private final ActivePlacements placed = new ActivePlacements();
    private final Instant now;

    PlaybackFactory(
            ProducerSettings settings,
            KafkaConnection connection,
            List<FleetModel> fleets,
            Clock clock,
            ProducerMetrics metrics) {
        this.settings = settings;
        this.connection = connection;
        this.fleets = fleets;
        this.clock = clock;
        this.metrics = metrics;
        this.now = clock.instant();
    }

    RunningProducer start(AvroSerdes serdes, RecordPublisher publisher, ProducerListener listener, Health.Gate gate)
            throws InterruptedException {
        var source = source();
        var feed = new DecisionFeed(connection, serdes, placed);
        var faults = new FaultInjector(settings.seed(), FaultPlan.parse(settings.faults()), metrics::count);
        var submissions = new Submissions(arrivals(), publisher, metrics);
        var playback = new Playback(new Playback.Parts(
                clock, source, faults, publisher, submissions, at -> close(feed, at), gate::open, listener, metrics));
        return RunningProducer.start(playback, publisher, listener, gate, () -> {
            source.close();
            feed.close();
            serdes.close();
        });
    }

    /** Closes the loop: from now on, the regions carry the load of the decisions. */
    private void close(DecisionFeed feed, Instant eventTime) {
        if (settings.closedLoop()) {
            feed.update();
            placed.forgetEndedBy(eventTime);
            metrics.placed(placed, eventTime);
        }
    }

    private Source source() throws InterruptedException {
        return settings.replay().isEmpty() ? twins() : replay();
    }

    private Source twins() throws InterruptedException {
        if (settings.backfill().isZero()) {
            return twins(now, Map.of());
        }
        RetentionCheck.atLeast(settings.backfill().plus(EXTRA_RETENTION), connection, settings.widenRetention());
        var publishedUntil = publishedUntil(fleetByRegion().keySet());
        var begin = now.minus(settings.backfill());
        var from = fleets.stream()
                .flatMap(fleet -> fleet.regions().stream())
                .map(region -> publishedUntil.getOrDefault(region.region(), begin))
                .reduce(now, (one, other) -> one.isBefore(other) ? one : other);
        return twins(from.isBefore(begin) ? begin : from, publishedUntil);
    }

    private Source twins(Instant from, Map<String, Instant> publishedUntil) {
        var plan = new Timeline.Plan(
                from,
                settings.backfillInterval(),
                settings.interval(),
                settings.speed(),
                settings.catchUp(),
                !settings.noLive());
        var twins = new ArrayList<RegionTwin>();
        for (var fleet : fleets) {
            fleet.regions().forEach(region -> twins.add(new RegionTwin(settings.seed(), fleet.fleet(), region)));
        }
        return new TwinSource(new Timeline(plan), twins, publishedUntil, placed);
    }

    private Source replay() throws InterruptedException {
        var extent = ReplaySource.extent(settings.replay());
        var age = Duration.between(extent.start().orElse(now), now);
        RetentionCheck.atLeast(age.plus(EXTRA_RETENTION), connection, settings.widenRetention());
        var publishedUntil = publishedUntil(extent.regions());
        return new ReplaySource(settings.replay(), fleetByRegion(), publishedUntil, settings.speed(), this::badRow);
    }

    private void badRow(BadRowException e) {
        if (!settings.skipBadRows()) {
            throw e;
        }
        metrics.countBadRow();
        LOG.warn("skipped {}", e.getMessage());
    }

    private Map<String, Instant> publishedUntil(Set<String> regions) {
        var points = ResumePoints.read(connection, regions);
        if (!points.isEmpty()) {
            LOG.info("resuming {} regions after their last published reading", points.size());
        }
        return points;
    }

    private Map<String, String> fleetByRegion() {
        return fleets.stream()
                .flatMap(fleet -> fleet.regions().stream().map(region -> Map.entry(region.region(), fleet.fleet())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Arrivals> arrivals() {
        if (!settings.workloads()) {
            return List.of();
        }
        var trace = settings.trace().map(TraceFile::read);
        return fleets.stream()
                .map(fleet -> trace.map(jobs -> trace(fleet, jobs)).orElseGet(() -> mix(fleet)))
                .toList();
    }

    private Arrivals mix(FleetModel fleet) {
        var mix = new WorkloadMix(settings.seed(), fleet, settings.rate(), settings.offeredShare());
        return new DryRunsAndCancellations(settings.seed(), mix, settings.dryRuns(), settings.cancellations());
    }

    /** A trace starts with the first tick after the history: with the catch-up, or with now. */
    private Arrivals trace(FleetModel fleet, List<TraceJob> jobs) {
        var origin = settings.speed() > 1 ? now.minus(settings.catchUp()) : now;
        return new TraceArrivals(settings.seed(), fleet, jobs, origin, settings.mwPerCpu());
    }
}
