package io.fleetorchestrator.producer;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProducerSettingsTest {

    @Test
    void isLiveWithTheBuiltInRegionsByDefault() {
        var settings = settings();

        then(settings.backfill()).isZero();
        then(settings.backfillInterval()).hasMinutes(5);
        then(settings.interval()).hasSeconds(10);
        then(settings.speed()).isEqualTo(1);
        then(settings.catchUp()).hasDays(1);
        then(settings.noLive()).isFalse();
        then(settings.seed()).isEqualTo(42);
        then(settings.closedLoop()).isTrue();
        then(settings.widenRetention()).isTrue();
        then(settings.workloads()).isFalse();
        then(settings.rate()).isEqualTo(60);
        then(settings.offeredShare()).isEqualTo(0.15);
        then(settings.dryRuns()).isEqualTo(0.05);
        then(settings.cancellations()).isEqualTo(0.03);
        then(settings.startTimeout()).hasMinutes(2);
        then(settings.replay()).isEmpty();
        then(settings.skipBadRows()).isFalse();
        then(settings.faults()).isEmpty();
        then(settings.mwPerCpu()).isEqualTo(0.1);
        then(TelemetryProducer.fleets(settings)).hasSize(1);
    }

    @Test
    void readsItsFlags() {
        var settings = settings("--backfill", "60d", "--replay", "a.csv,b.csv.gz", "--no-live");

        then(settings.backfill()).isEqualTo(Duration.ofDays(60));
        then(settings.replay()).containsExactly(Path.of("a.csv"), Path.of("b.csv.gz"));
        then(settings.noLive()).isTrue();
    }

    @Test
    void generatesRegionsForScaleTests() {
        var fleets = TelemetryProducer.fleets(settings("--regions", "1000", "--fleets", "50"));

        then(fleets).hasSize(50).allSatisfy(fleet -> then(fleet.regions()).hasSize(20));
    }

    @ParameterizedTest
    @CsvSource({
        "--speed, 0.5, and would never catch up",
        "--interval, PT0S, is not more than zero",
        "--backfill, -P1D, must not be negative",
        "--faults, late=2, is not a share",
        "--trace, jobs.csv, only submitted with --workloads"
    })
    void rejectsInvalidValues(String flag, String value, String complaint) {
        thenThrownBy(() -> settings(flag, value)).hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--replay", "--regions-file"})
    void checksItsFilesBeforeAnythingStarts(String flag) {
        thenThrownBy(() -> new TelemetryProducer(Clock.systemUTC(), ProducerListener.NONE)
                        .check(settings(flag, "nothere.csv")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(flag.substring(2) + ": there is no file 'nothere.csv' that can be read");
    }

    private static ProducerSettings settings(String... flags) {
        return Settings.defaults(ProducerSettings.class, flags);
    }
}
