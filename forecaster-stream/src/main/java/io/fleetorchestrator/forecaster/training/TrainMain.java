package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsDocs;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** {@code fleet train}: reads all closed hours, trains, and publishes the models that are good enough. */
public final class TrainMain {

    private static final int USAGE = 2;
    private static final int NOTHING_PUBLISHED = 1;

    private final PrintStream out;
    private final PrintStream err;

    public TrainMain(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws InterruptedException {
        System.exit(new TrainMain(System.out, System.err).run(args, System.getenv()));
    }

    /** Trains with these flags, and returns the exit code. */
    public int run(String[] args, Map<String, String> env) throws InterruptedException {
        if (Settings.asksForHelp(args)) {
            out.print(SettingsDocs.help("fleet train", TrainSettings.class));
            return 0;
        }
        try {
            var loaded = Settings.parse(TrainSettings.class, args, env);
            if (loaded.printConfig()) {
                out.println(loaded.describe());
                return 0;
            }
            return train(loaded.value(), new KafkaConnection(loaded.value().service(), loaded.kafka()));
        } catch (SettingsException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (IllegalArgumentException | KafkaException e) {
            err.println("train: " + e.getMessage());
            return NOTHING_PUBLISHED;
        }
    }

    private int train(TrainSettings settings, KafkaConnection connection) throws InterruptedException {
        int mostBytes = settings.training().maxModelBytes();
        var trainer = new Trainer(
                TrainingPlan.of(settings.horizonHours()),
                new Confidence(settings.confidence()),
                mostBytes,
                err::println);
        int published = 0;
        try (var serdes = AvroSerdes.from(connection.registry());
                var history = new HourlyHistory(
                        connection, serdes, settings.training(), new SimpleMeterRegistry(), Clock.systemUTC());
                var publisher = new ModelPublisher(connection, serdes, mostBytes)) {
            history.catchUp();
            err.println("read " + history.regions().size() + " regions, " + history.span() + " hours, "
                    + history.skipped() + " records skipped");
            for (Measurement signal : settings.measurements()) {
                var outcome = trainer.train(signal, history.regions());
                out.println(outcome.text());
                if (outcome instanceof Trained trained) {
                    publisher.publish(trained, history.fleets());
                    published++;
                }
            }
        }
        return published > 0 ? 0 : NOTHING_PUBLISHED;
    }
}
