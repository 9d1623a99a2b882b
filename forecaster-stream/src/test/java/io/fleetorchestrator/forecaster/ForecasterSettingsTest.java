package io.fleetorchestrator.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.hours.HourRules;
import io.fleetorchestrator.core.hours.ReadingRules;
import io.fleetorchestrator.runtime.settings.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForecasterSettingsTest {

    @Test
    void hasTheDefaultsOfTheDesign() {
        // given
        var settings = Settings.defaults(ForecasterSettings.class);

        // then
        assertThat(settings.plan().horizonHours()).isEqualTo(24);
        assertThat(settings.plan().confidence()).isEqualTo(ForecastPlan.DEFAULT.confidence());
        assertThat(settings.plan().drift().floor())
                .isCloseTo(ForecastPlan.DEFAULT.drift().floor(), within(1e-9));
        assertThat(settings.hourRules()).isEqualTo(new HourRules(Duration.ofMinutes(10), Duration.ofHours(2)));
        assertThat(settings.readingRules()).isEqualTo(new ReadingRules(Duration.ofMinutes(5)));
    }

    @Test
    void rejectsInvalidValues() {
        assertThatThrownBy(() -> Settings.defaults(ForecasterSettings.class, "--coverage-floor", "0.96"))
                .hasMessageContaining("coverage-floor");
        assertThatThrownBy(() -> Settings.defaults(ForecasterSettings.class, "--horizon-hours", "169"))
                .hasMessageContaining("169");
        assertThatThrownBy(() -> Settings.defaults(ForecasterSettings.class, "--grace=-PT1M"))
                .hasMessageContaining("grace");
    }
}
