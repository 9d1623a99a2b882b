package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.hours.HourEvent;
import io.fleetorchestrator.core.hours.HourRules;
import io.fleetorchestrator.core.hours.PartitionHours;
import io.fleetorchestrator.core.hours.ReadingResult;
import io.fleetorchestrator.core.hours.ReadingRules;
import io.fleetorchestrator.core.hours.RegionHours;
import io.fleetorchestrator.core.hours.Rejection;
import io.fleetorchestrator.core.hours.RejectionReason;
import io.fleetorchestrator.runtime.failure.DeadLetters;
import io.fleetorchestrator.runtime.state.CommitStore;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Dead-letters readings that are rejected or late, and turns the others of its partition into closed hours. */
final class HourProcessor implements Processor<String, TelemetryReading, String, HourEvent> {

    /** Often enough for a silence of hours. */
    private static final Duration WATCH = Duration.ofSeconds(10);

    private final ReadingRules readingRules;
    private final HourRules hourRules;
    private final ForecasterMetrics metrics;
    private ProcessorContext<String, HourEvent> context;
    private PartitionHours hours;
    private long lastRecordAt;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    HourProcessor(ReadingRules readingRules, HourRules hourRules, ForecasterMetrics metrics) {
        this.readingRules = readingRules;
        this.hourRules = hourRules;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, HourEvent> given) {
        context = given;
        CommitStore<RegionHours> store = given.getStateStore(StoredHours.STORE);
        hours = new PartitionHours(hourRules, new StoredHours(store));
        lastRecordAt = given.currentSystemTimeMs();
        given.schedule(WATCH, PunctuationType.WALL_CLOCK_TIME, this::watch);
    }

    @Override
    public void process(Record<String, @Nullable TelemetryReading> record) {
        var reading = record.value();
        long now = context.currentSystemTimeMs();
        lastRecordAt = now;
        var rejection = readingRules.rejection(record.key(), reading, Instant.ofEpochMilli(now));
        if (rejection.isPresent()) {
            throw rejected(rejection.get());
        }
        hours.accept(reading).handle(new ResultHandler());
    }

    private RuntimeException rejected(Rejection rejection) {
        metrics.refused();
        return DeadLetters.reject(rejection.reason(), rejection.text());
    }

    private final class ResultHandler implements ReadingResult.Handler {

        @Override
        public void late(ReadingResult.Late late) {
            throw rejected(new Rejection(RejectionReason.LATE, late.reason()));
        }

        @Override
        public void duplicate(ReadingResult.Duplicate duplicate) {
            metrics.duplicate();
        }

        @Override
        public void accepted(ReadingResult.Accepted accepted) {
            metrics.accepted();
            forward(accepted.events());
        }
    }

    /** The wall clock decides only if the whole partition has had no records for long. In a replay, event time decides. */
    private void watch(long now) {
        if (now - lastRecordAt >= hourRules.silence().toMillis()) {
            forward(hours.passSilence(Instant.ofEpochMilli(now)));
        }
        metrics.openHours(context.taskId().toString(), hours.openHours());
    }

    private void forward(List<HourEvent> events) {
        for (HourEvent event : events) {
            context.forward(new Record<>(event.region(), event, event.at().toEpochMilli()));
        }
    }

    @Override
    public void close() {
        metrics.openHours(context.taskId().toString(), 0);
    }
}
