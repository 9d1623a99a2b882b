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

/** Sets aside what is no use, and turns the other readings of its partition into closed hours. */
final class HourProcessor implements Processor<String, TelemetryReading, String, HourEvent> {

    /** Fine against a silence of hours, and nothing to do most times. */
    private static final Duration WATCH = Duration.ofSeconds(10);

    private final ReadingRules readingRules;
    private final HourRules hourRules;
    private final ForecasterMetrics metrics;
    private ProcessorContext<String, HourEvent> context;
    private PartitionHours hours;
    private long lastHeard;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
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
        lastHeard = given.currentSystemTimeMs();
        given.schedule(WATCH, PunctuationType.WALL_CLOCK_TIME, this::watch);
    }

    @Override
    public void process(Record<String, @Nullable TelemetryReading> record) {
        var reading = record.value();
        long now = context.currentSystemTimeMs();
        lastHeard = now;
        readingRules.refusal(record.key(), reading, Instant.ofEpochMilli(now)).ifPresent(this::setAside);
        take(hours.hear(reading));
    }

    private void take(ReadingResult heard) {
        if (heard instanceof ReadingResult.Counted counted) {
            metrics.accepted();
            forward(counted.events());
        } else if (heard instanceof ReadingResult.Late late) {
            setAside(new Rejection(RejectionReason.LATE, late.reason()));
        } else {
            metrics.duplicate();
        }
    }

    private void setAside(Rejection refused) {
        metrics.refused();
        throw DeadLetters.refuse(refused.reason(), refused.text());
    }

    /**
     * The wall clock only speaks when the whole partition has been quiet for long: while records flow, in a replay above
     * all, event time says everything.
     */
    private void watch(long now) {
        if (now - lastHeard >= hourRules.silence().toMillis()) {
            forward(hours.passSilence(Instant.ofEpochMilli(now)));
        }
        metrics.openHours(context.taskId().toString(), hours.openHours());
    }

    private void forward(List<HourEvent> events) {
        for (HourEvent event : events) {
            context.forward(new Record<>(event.region(), event, timeOf(event).toEpochMilli()));
        }
    }

    private static Instant timeOf(HourEvent event) {
        if (event instanceof HourEvent.Closed closed) {
            return closed.hour().getHourStart();
        }
        return event instanceof HourEvent.FellSilent silent ? silent.at() : ((HourEvent.Resumed) event).at();
    }

    @Override
    public void close() {
        metrics.openHours(context.taskId().toString(), 0);
    }
}
