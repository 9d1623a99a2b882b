package io.fleetorchestrator.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.runtime.settings.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SchedulerSettingsTest {

    @Test
    void remembersAnswersForAWeek() {
        assertThat(Settings.defaults(SchedulerSettings.class).rememberAnswers()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void rejectsATimeBelowAnHour() {
        assertThatThrownBy(() -> Settings.defaults(SchedulerSettings.class, "--remember-answers", "PT1M"))
                .hasMessageContaining("remember-answers: PT1M is less than PT1H");
    }
}
