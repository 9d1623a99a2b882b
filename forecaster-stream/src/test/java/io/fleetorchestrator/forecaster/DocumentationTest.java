package io.fleetorchestrator.forecaster;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import io.fleetorchestrator.runtime.testing.DocumentedSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void everySettingIsDocumented() {
        DocumentedSettings.assertDocumented(
                "the forecaster", ForecasterSettings.class, List.of(ServiceSettings.class, StreamsSettings.class));
    }
}
