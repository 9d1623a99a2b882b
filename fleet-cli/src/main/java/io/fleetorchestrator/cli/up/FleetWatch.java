package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.client.SkippedRecords;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the records of the services and passes them to the printer, in a thread of its own, until interrupted. */
final class FleetWatch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FleetWatch.class);
    private static final Duration POLL = Duration.ofMillis(50);

    private final ClusterConnection cluster;
    private final ForecastProgress progress;
    private final ActivityPrinter activity;
    private final SkippedRecords skipped = new SkippedRecords(LOG::warn);
    private final Map<String, ConsumerRecord<String, byte[]>> newest = new TreeMap<>();
    private Optional<Instant> shown = Optional.empty();

    private FleetWatch(ClusterConnection cluster, ForecastProgress progress, ActivityPrinter activity) {
        this.cluster = cluster;
        this.progress = progress;
        this.activity = activity;
    }

    /** A watch that does not keep the process from ending. */
    static void start(ClusterConnection cluster, ForecastProgress progress, ActivityPrinter activity) {
        var thread = new Thread(new FleetWatch(cluster, progress, activity), "watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            watch();
        } catch (InterruptException stopped) {
            // The fleet is stopping.
        } catch (RuntimeException failed) {
            LOG.error("the terminal shows no further activity", failed);
            activity.lost();
        }
    }

    private void watch() {
        try (var serdes = cluster.serdes();
                var decisions = cluster.reader(serdes, Topics.WORKLOAD_DECISIONS, skipped);
                var models = cluster.reader(serdes, Topics.FORECAST_MODELS, skipped);
                var forecasts = cluster.rawConsumer(Topics.FORECAST_INTERVALS)) {
            decisions.seekToEnd();
            models.seekToEnd();
            forecasts.seekToBeginning(forecasts.assignment());
            while (!Thread.currentThread().isInterrupted()) {
                decisions.poll(POLL).forEach(decision -> activity.decided(decision.value()));
                models.poll(Duration.ZERO).forEach(model -> activity.trained(model.value()));
                follow(forecasts, serdes);
                activity.poll();
            }
        }
    }

    /** Decodes only the forecasts that are shown: the history makes thousands of them. */
    private void follow(Consumer<String, byte[]> forecasts, AvroSerdes serdes) {
        forecasts.poll(Duration.ZERO).forEach(record -> {
            if (progress.follows(record.key()) && record.value() != null) {
                newest.put(record.key(), record);
                progress.reach(record.key(), Instant.ofEpochMilli(record.timestamp()));
            }
        });
        var reached = progress.slowest();
        if (activity.isActive() && reached.isPresent() && !reached.equals(shown)) {
            shown = reached;
            activity.hourClosed(reached.get(), decoded(serdes));
        }
    }

    private Iterable<RegionForecast> decoded(AvroSerdes serdes) {
        Deserializer<RegionForecast> forecasts =
                serdes.valueSerde(Topics.FORECAST_INTERVALS).deserializer();
        return newest.values().stream()
                .flatMap(record -> decoded(record, forecasts))
                .toList();
    }

    private Stream<RegionForecast> decoded(
            ConsumerRecord<String, byte[]> record, Deserializer<RegionForecast> forecasts) {
        try {
            return Stream.of(forecasts.deserialize(record.topic(), record.value()));
        } catch (PoisonRecordException poison) {
            skipped.add(record, String.valueOf(poison.getMessage()));
            return Stream.empty();
        }
    }
}
