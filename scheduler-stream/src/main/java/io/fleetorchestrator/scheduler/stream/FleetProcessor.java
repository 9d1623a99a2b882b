package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.Advisories;
import io.fleetorchestrator.core.fleet.FleetAnswer;
import io.fleetorchestrator.core.fleet.FleetEvent;
import io.fleetorchestrator.core.fleet.ProfileRules;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.runtime.failure.DeadLetters;
import io.fleetorchestrator.scheduler.metrics.SchedulerMetrics;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** The only writer of all fleets of its partition: it passes each event to its fleet, stores changes and forwards answers. */
public final class FleetProcessor extends ContextualProcessor<String, FleetEvent, String, FleetAnswer> {

    /** Requests without a key belong to no fleet. This one blocks them. */
    private static final String NO_FLEET = "";

    /** Scrapes are not more frequent, and reading every hour of every region costs more than a decision. */
    private static final Duration SHOW_EVERY = Duration.ofSeconds(1);

    /** A profile of thousands of regions can break as many rules; the first ones are enough. */
    private static final int MAX_VIOLATIONS = 10;

    private final AvroSerdes serdes;
    private final Duration rememberAnswers;
    private final SchedulerMetrics metrics;
    private final KeptFleets fleets = new KeptFleets();
    private final Set<String> toShow = new HashSet<>();

    private FleetProcessor(AvroSerdes serdes, Duration rememberAnswers, SchedulerMetrics metrics) {
        this.serdes = serdes;
        this.rememberAnswers = rememberAnswers;
        this.metrics = metrics;
    }

    /** Creates processors with the stores that they need. */
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
        // A task that is revived after an aborted transaction must not use state of that transaction.
        fleets.clear();
        context.schedule(SHOW_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> show());
    }

    @Override
    public void process(Record<String, FleetEvent> record) {
        if (record.value() instanceof FleetEvent.ProfilePublished published) {
            check(record, published.profile());
        }
        var name = record.key() == null ? NO_FLEET : record.key();
        var fleet = fleets.find(name).orElseGet(() -> restored(name));
        try {
            answer(fleet, record.withKey(name));
        } catch (RuntimeException e) {
            // If the record is dead-lettered, the next one must start from the state in the stores.
            fleets.remove(name);
            throw e;
        }
        fleets.put(name, fleet);
        toShow.add(name);
        if (!(record.value() instanceof FleetEvent.Requested)) {
            show();
        }
    }

    private void show() {
        toShow.forEach(name -> fleets.find(name).ifPresent(fleet -> metrics.update(name, fleet.state())));
        toShow.clear();
    }

    @Override
    public void close() {
        fleets.known().forEach(metrics::remove);
        fleets.clear();
    }

    /** Dead-letters a profile that breaks a rule. The last valid one stays in force, and an advisory names the rule. */
    private void check(Record<String, FleetEvent> record, FleetProfile profile) {
        var violations = ProfileRules.violations(record.key(), profile).stream()
                .limit(MAX_VIOLATIONS)
                .toList();
        if (violations.isEmpty()) {
            return;
        }
        var fleet = record.key() == null ? NO_FLEET : record.key();
        if (InputLimits.isName(fleet)) {
            var refused = new FleetAnswer.Advised(
                    Advisories.profileRefused(fleet, violations, Instant.ofEpochMilli(record.timestamp())));
            forward(record.withKey(fleet), refused);
        }
        throw DeadLetters.reject(RejectionReason.INVALID_PROFILE, String.join("; ", violations));
    }

    private void answer(KeptFleet fleet, Record<String, FleetEvent> record) {
        var publishedAt = Instant.ofEpochMilli(record.timestamp());
        for (var answer : metrics.timed(() -> fleet.on(record.value(), publishedAt))) {
            forward(record, answer);
        }
    }

    private void forward(Record<String, FleetEvent> record, FleetAnswer answer) {
        context().forward(record.withValue(answer).withTimestamp(timestamp(record, answer)));
        metrics.answered(answer);
    }

    /**
     * Never later than the timestamp of the input, which the broker has accepted. A request may claim to be submitted in a
     * year, and the broker would reject an answer with that timestamp at every retry.
     */
    private static long timestamp(Record<String, FleetEvent> record, FleetAnswer answer) {
        return Math.min(record.timestamp(), answer.at().toEpochMilli());
    }

    private KeptFleet restored(String fleet) {
        var stores = new FleetStores(context(), serdes);
        var restored = KeptFleet.restored(fleet, stores.memory(fleet), stores.journal(fleet), rememberAnswers);
        metrics.update(fleet, restored.state());
        return restored;
    }
}
