package io.fleetorchestrator.scheduler;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.SettingsDocs;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import io.fleetorchestrator.testing.DocumentedSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void everySettingIsDocumented() {
        DocumentedSettings.assertDocumented(
                "the scheduler",
                SettingsDocs.markdown(SchedulerSettings.class, List.of(ServiceSettings.class, StreamsSettings.class)));
    }
}
