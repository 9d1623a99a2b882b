package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.faults.FaultPlan;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the telemetry producer. */
public record ProducerSettings(
        ServiceSettings service,

        @Setting(doc = "How long to wait for brokers and topics at the start", defaultValue = "PT2M")
        Duration startTimeout,

        @Setting(doc = "Random seed; the same seed gives the same telemetry", defaultValue = "42")
        long seed,

        @Setting(doc = "Description of fleets and regions; the built-in one when empty")
        Optional<Path> regionsFile,

        @Setting(doc = "Number of generated regions, modelled on the described ones, to use instead of those")
        Optional<Integer> regions,

        @Setting(doc = "Number of fleets to spread generated regions over", defaultValue = "1")
        int fleets,

        @Setting(
                doc =
                        "Fixed season of the simulation, from -1 in midwinter to 1 in midsummer; that of the calendar when empty")
        Optional<Double> season,

        @Setting(doc = "Replay these CSV files (.gz too), merged by time, instead of simulated telemetry")
        List<Path> replay,

        @Setting(doc = "Skip rows of a replay that cannot be read, and count them", defaultValue = "false")
        boolean skipBadRows,

        @Setting(doc = "History to publish before live telemetry", defaultValue = "PT0S")
        Duration backfill,

        @Setting(doc = "Time between two readings of the history", defaultValue = "PT5M")
        Duration backfillInterval,

        @Setting(
                doc = "Speed of the end of the history, or of a replay, as a multiple of real time; 1 for as fast as"
                        + " possible",
                defaultValue = "1")
        double speed,

        @Setting(doc = "Length of the end of the history that is played at --speed", defaultValue = "P1D")
        Duration catchUp,

        @Setting(doc = "Stop at the end of the history", defaultValue = "false")
        boolean noLive,

        @Setting(doc = "Time between two live readings", defaultValue = "PT10S")
        Duration interval,

        @Setting(doc = "Let placed workloads heat their regions", defaultValue = "true")
        boolean closedLoop,

        @Setting(
                doc = "Raise the retention of the topic of readings if it is shorter than the history",
                defaultValue = "true")
        boolean widenRetention,

        @Setting(
                doc = "Faults to inject: late, duplicate, out-of-order, future and poison as a share, silent as"
                        + " region@duration")
        List<String> faults,

        @Setting(doc = "Submit workloads too, after the history", defaultValue = "false")
        boolean workloads,

        @Setting(doc = "Workloads submitted per hour and fleet", defaultValue = "60")
        double rate,

        @Setting(doc = "Share of a fleet's capacity that all workloads together need", defaultValue = "0.15")
        double offeredShare,

        @Setting(doc = "Share of the workloads that are dry runs", defaultValue = "0.05")
        double dryRuns,

        @Setting(doc = "Share of the others that are cancelled after ten minutes", defaultValue = "0.03")
        double cancellations,

        @Setting(doc = "Submit the jobs of this CSV file (arrival_h,duration_h,cpus) instead of generated ones")
        Optional<Path> trace,

        @Setting(doc = "Power of one core of a traced job in megawatts", defaultValue = "0.1")
        double mwPerCpu) {

    public ProducerSettings {
        requirePositive("backfill-interval", backfillInterval);
        requirePositive("interval", interval);
        if (backfill.isNegative() || catchUp.isNegative()) {
            throw new IllegalArgumentException("backfill and catch-up must not be negative; write them like 60d");
        }
        if (season.filter(share -> !(share >= -1 && share <= 1)).isPresent()) {
            throw new IllegalArgumentException("season: " + season.get() + " is not between -1 and 1");
        }
        if (speed < 1) {
            throw new IllegalArgumentException("speed: " + speed + " is below 1 and would never catch up");
        }
        if (trace.isPresent() && !workloads) {
            throw new IllegalArgumentException("trace: its jobs are only submitted with --workloads");
        }
        requireShare("dry-runs", dryRuns);
        requireShare("cancellations", cancellations);
        // Parsed again where it is used; here, a wrong one is rejected before anything starts.
        FaultPlan.parse(faults);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " is not a share between 0 and 1");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.toMillis() <= 0) {
            throw new IllegalArgumentException(name + ": " + duration + " is not more than zero");
        }
    }
}
