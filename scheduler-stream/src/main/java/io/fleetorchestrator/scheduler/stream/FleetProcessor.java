package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.FleetAnswer;
import io.fleetorchestrator.core.fleet.FleetEvent;
import io.fleetorchestrator.core.fleet.FleetScheduler;
import io.fleetorchestrator.scheduler.metrics.SchedulerMetrics;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** The single writer of every fleet of its partition: hands each event to its fleet, keeps what changed, and answers. */
public final class FleetProcessor extends ContextualProcessor<String, FleetEvent, String, FleetAnswer> {

    /** Requests without a key belong to no fleet, and are refused by this one. */
    private static final String NO_FLEET = "";

    /** Nobody scrapes more often, and to look at every hour of every region costs more than to decide. */
    private static final Duration SHOW_EVERY = Duration.ofSeconds(1);

    private final AvroSerdes serdes;
    private final Duration rememberAnswers;
    private final SchedulerMetrics metrics;
    private final Map<String, FleetScheduler> fleets = new HashMap<>();
    private final Set<String> toShow = new HashSet<>();

    private FleetProcessor(AvroSerdes serdes, Duration rememberAnswers, SchedulerMetrics metrics) {
        this.serdes = serdes;
        this.rememberAnswers = rememberAnswers;
        this.metrics = metrics;
    }

    /** Writers together with the stores that they need. */
    public static ProcessorSupplier<String, FleetEvent, String, FleetAnswer> supplier(
            AvroSerdes serdes, Duration rememberAnswers, SchedulerMetrics metrics) {
        return new ProcessorSupplier<>() {
            @Override
            public FleetProcessor get() {
                return new FleetProcessor(serdes, rememberAnswers, metrics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return FleetStores.builders(serdes);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, FleetAnswer> context) {
        super.init(context);
        // A task that is revived after an aborted transaction must not go on with what that transaction thought.
        fleets.clear();
        context.schedule(SHOW_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> show());
    }

    @Override
    public void process(Record<String, FleetEvent> record) {
        var name = record.key() == null ? NO_FLEET : record.key();
        var fleet = fleets.computeIfAbsent(name, this::restored);
        try {
            tell(fleet, record.withKey(name));
        } catch (RuntimeException e) {
            // If the failure policy sets this record aside and goes on, then from what the stores hold.
            fleets.remove(name);
            throw e;
        }
        toShow.add(name);
        if (!(record.value() instanceof FleetEvent.Requested)) {
            show();
        }
    }

    private void show() {
        for (var name : toShow) {
            var fleet = fleets.get(name);
            if (fleet != null) {
                metrics.saw(name, fleet.state());
            }
        }
        toShow.clear();
    }

    @Override
    public void close() {
        fleets.keySet().forEach(metrics::gone);
        fleets.clear();
    }

    private void tell(FleetScheduler fleet, Record<String, FleetEvent> record) {
        for (var answer : metrics.timed(() -> fleet.on(record.value()))) {
            context().forward(record.withValue(answer).withTimestamp(timestamp(record, answer)));
            metrics.answered(answer);
        }
    }

    /**
     * Never later than the record that was answered: its timestamp was accepted by the broker, while a request may say
     * that it was submitted in a year's time, and an answer stamped so would be refused, again and again.
     */
    private static long timestamp(Record<String, FleetEvent> record, FleetAnswer answer) {
        return Math.min(record.timestamp(), answer.at().toEpochMilli());
    }

    private FleetScheduler restored(String fleet) {
        var stores = new FleetStores(context(), serdes.internalSerde(WorkloadRequest.class));
        var restored = new FleetScheduler(fleet, stores.memory(fleet), stores.journal(fleet), rememberAnswers);
        metrics.saw(fleet, restored.state());
        return restored;
    }
}
