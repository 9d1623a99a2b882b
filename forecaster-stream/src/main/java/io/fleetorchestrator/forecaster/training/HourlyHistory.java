package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.hours.ClosedHourRules;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The closed hours of all regions, read from their topic for training. Owned by one thread. */
final class HourlyHistory implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, HourlyFeatures> consumer;
    private final PoisonSkippingReader reader;
    private final Clock clock;
    private final long keptHours;
    private final int mostRegions;
    private final TreeMap<Integer, Map<String, RegionSeries>> byHash = new TreeMap<>(Integer::compareUnsigned);
    private final SortedSet<String> fleets = new TreeSet<>();
    private long newestHour = RegionHistory.NO_HOUR;
    private int count;

    HourlyHistory(
            KafkaConnection connection,
            AvroSerdes serdes,
            TrainingSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.reader = PoisonSkippingReader.of(Topics.TELEMETRY_HOURLY, meters);
        this.clock = clock;
        this.keptHours = settings.trainingHistory().toHours();
        this.mostRegions = settings.trainingRegions();
        this.consumer = new KafkaConsumer<>(
                config(connection),
                new StringDeserializer(),
                serdes.valueSerde(Topics.TELEMETRY_HOURLY).deserializer());
        assign(Topics.TELEMETRY_HOURLY.name(connection.service().topicPrefix()));
    }

    private static Map<String, Object> config(KafkaConnection connection) {
        var config = new HashMap<>(connection.consumer());
        // Hours of aborted transactions are invalid.
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return config;
    }

    private void assign(String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads all records up to the current end of the topic. */
    void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            reader.poll(consumer, POLL).forEach(this::addIfValid);
        }
        byHash.values().stream()
                .flatMap(regions -> regions.values().stream())
                .forEach(series -> series.forgetBefore(newestHour - keptHours));
    }

    private void addIfValid(HourlyFeatures hour) {
        ClosedHourRules.rejection(hour, clock.instant()).ifPresentOrElse(reader::skip, () -> add(hour));
    }

    private void add(HourlyFeatures hour) {
        newestHour = Math.max(newestHour, RegionHistory.hourOf(hour));
        fleets.add(hour.getFleet());
        int hash = hour.getRegion().hashCode() * 0x9E3779B9;
        if (count >= mostRegions && Integer.compareUnsigned(hash, byHash.lastKey()) > 0) {
            return;
        }
        var regions = byHash.computeIfAbsent(hash, unseen -> new HashMap<>());
        var series = regions.get(hour.getRegion());
        if (series != null) {
            series.add(hour);
            return;
        }
        regions.put(hour.getRegion(), RegionSeries.startingWith(hour));
        count++;
        if (count > mostRegions) {
            count -= byHash.pollLastEntry().getValue().size();
        }
    }

    /** Number of records that were skipped because they cannot be read or break a rule. */
    long skipped() {
        return reader.skipped();
    }

    /** All regions, always in the same order. */
    List<RegionSeries> regions() {
        var regions = new ArrayList<RegionSeries>();
        byHash.values().forEach(sameHash -> regions.addAll(new TreeMap<>(sameHash).values()));
        return regions;
    }

    /** All fleets of these hours. */
    SortedSet<String> fleets() {
        return fleets;
    }

    /** The last closed hour of any region, counted since the epoch; {@link RegionHistory#NO_HOUR} before the first. */
    long newestHour() {
        return newestHour;
    }

    /** Number of hours from the first to the last. */
    long span() {
        return regions().stream()
                .mapToLong(series -> series.endHour() - series.firstHour())
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
