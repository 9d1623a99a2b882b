package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.Connection;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what the services publish and hands it to the narrator, in one thread of its own, until interrupted. */
final class FleetWatch implements Runnable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Connection cluster;
    private final Frontier frontier;
    private final Narrator narrator;
    private final Map<String, ConsumerRecord<String, byte[]>> newest = new TreeMap<>();
    private Optional<Instant> told = Optional.empty();

    private FleetWatch(Connection cluster, Frontier frontier, Narrator narrator) {
        this.cluster = cluster;
        this.frontier = frontier;
        this.narrator = narrator;
    }

    /** A watch that does not keep the process from ending. */
    static void start(Connection cluster, Frontier frontier, Narrator narrator) {
        var thread = new Thread(new FleetWatch(cluster, frontier, narrator), "watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try (var serdes = cluster.serdes();
                var decisions = cluster.consumer(serdes, Topics.WORKLOAD_DECISIONS);
                var models = cluster.consumer(serdes, Topics.FORECAST_MODELS);
                var forecasts = cluster.rawConsumer(Topics.FORECAST_INTERVALS)) {
            decisions.seekToEnd(decisions.assignment());
            models.seekToEnd(models.assignment());
            forecasts.seekToBeginning(forecasts.assignment());
            while (!Thread.currentThread().isInterrupted()) {
                decisions.poll(POLL).forEach(record -> narrator.decided(record.value()));
                models.poll(Duration.ZERO).forEach(record -> narrator.trained(record.value()));
                follow(forecasts, serdes);
                narrator.pause();
            }
        } catch (InterruptException stopped) {
            // The fleet is going down; there is nothing more to tell.
        }
    }

    /** Decodes only what is told: during the history, thousands of forecasts fly by. */
    private void follow(Consumer<String, byte[]> forecasts, AvroSerdes serdes) {
        forecasts.poll(Duration.ZERO).forEach(record -> {
            newest.put(record.key(), record);
            frontier.reach(record.key(), Instant.ofEpochMilli(record.timestamp()));
        });
        var reached = frontier.slowest(newest.keySet());
        if (narrator.isListening() && !reached.equals(told)) {
            told = reached;
            narrator.hourClosed(reached.orElseThrow(), decoded(serdes));
        }
    }

    private Iterable<RegionForecast> decoded(AvroSerdes serdes) {
        Deserializer<RegionForecast> forecasts =
                serdes.valueSerde(Topics.FORECAST_INTERVALS).deserializer();
        return newest.values().stream()
                .map(record -> forecasts.deserialize(record.topic(), record.value()))
                .toList();
    }
}
