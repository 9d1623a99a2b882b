package io.fleetorchestrator.forecaster;

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
                "the forecaster",
                SettingsDocs.markdown(ForecasterSettings.class, List.of(ServiceSettings.class, StreamsSettings.class)));
    }
}
