package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.faults.FaultPlan;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the telemetry producer is told. */
public record ProducerSettings(
        ServiceSettings service,

        @Setting(doc = "How long to wait for brokers and topics at the start", defaultValue = "PT2M")
        Duration startTimeout,

        @Setting(doc = "The world: the same seed says the same", defaultValue = "42")
        long seed,

        @Setting(doc = "Description of fleets and regions; the shipped one when empty")
        Optional<Path> regionsFile,

        @Setting(doc = "Play this many regions made up from the described ones instead of those")
        Optional<Integer> regions,

        @Setting(doc = "Deal the made-up regions to this many fleets", defaultValue = "1")
        int fleets,

        @Setting(doc = "Let the twin's year stand still: -1 in midwinter, 1 in midsummer; the calendar's when empty")
        Optional<Double> season,

        @Setting(doc = "Replay these CSV files (.gz too), merged by time, instead of the twin")
        List<Path> replay,

        @Setting(doc = "Pass over rows of a replay that cannot be read, and count them", defaultValue = "false")
        boolean skipBadRows,

        @Setting(doc = "How much history to say first, ending now", defaultValue = "PT0S")
        Duration backfill,

        @Setting(doc = "Between two readings of the past", defaultValue = "PT5M")
        Duration backfillInterval,

        @Setting(
                doc = "Play the end of history, or a replay, this many times faster than life; 1 for as fast as it"
                        + " goes",
                defaultValue = "1")
        double speed,

        @Setting(doc = "How much of the end of history that is", defaultValue = "P1D")
        Duration catchUp,

        @Setting(doc = "Stop when history has caught up with now", defaultValue = "false")
        boolean noLive,

        @Setting(doc = "Between two live readings", defaultValue = "PT10S")
        Duration interval,

        @Setting(doc = "Let what is placed by decisions heat its region", defaultValue = "true")
        boolean closedLoop,

        @Setting(doc = "Make the topic of readings keep the whole history if it does not", defaultValue = "true")
        boolean widenRetention,

        @Setting(
                doc = "What is to go wrong: late, duplicate, out-of-order, future and poison by share, silent by"
                        + " region@duration")
        List<String> faults,

        @Setting(doc = "Submit workloads too, once history is said", defaultValue = "false")
        boolean workloads,

        @Setting(doc = "Workloads submitted per hour and fleet", defaultValue = "60")
        double rate,

        @Setting(doc = "Share of a fleet's capacity that they ask for all together", defaultValue = "0.15")
        double offeredShare,

        @Setting(doc = "Share of the workloads that are only asked about: dry runs", defaultValue = "0.05")
        double dryRuns,

        @Setting(doc = "Share of the others that are cancelled again after ten minutes", defaultValue = "0.03")
        double cancellations,

        @Setting(doc = "Submit the jobs of this CSV file (arrival_h,duration_h,cpus) instead of a mix of our own")
        Optional<Path> trace,

        @Setting(doc = "Megawatts that a core of a traced job stands for", defaultValue = "0.1")
        double mwPerCpu) {

    public ProducerSettings {
        requirePositive("backfill-interval", backfillInterval);
        requirePositive("interval", interval);
        if (backfill.isNegative() || catchUp.isNegative()) {
            throw new IllegalArgumentException("backfill and catch-up reach into the past: write them like P60D");
        }
        if (season.filter(share -> !(share >= -1 && share <= 1)).isPresent()) {
            throw new IllegalArgumentException("season: " + season.get() + " is not between -1 and 1");
        }
        if (speed < 1) {
            throw new IllegalArgumentException("speed: " + speed + " is below 1, which would never catch up");
        }
        if (trace.isPresent() && !workloads) {
            throw new IllegalArgumentException("trace: its jobs are submitted only with --workloads");
        }
        requireShare("dry-runs", dryRuns);
        requireShare("cancellations", cancellations);
        // Read again where it is used; here only so that a wrong one is refused before anything starts.
        FaultPlan.parse(faults);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " is no share, which is within 0..1");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.toMillis() <= 0) {
            throw new IllegalArgumentException(name + ": " + duration + " is not a time that passes");
        }
    }
}
