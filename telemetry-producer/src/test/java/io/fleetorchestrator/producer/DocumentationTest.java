package io.fleetorchestrator.producer;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.SettingsDocs;
import io.fleetorchestrator.testing.DocumentedSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void everySettingIsDocumented() {
        DocumentedSettings.assertDocumented(
                "the producer", SettingsDocs.markdown(ProducerSettings.class, List.of(ServiceSettings.class)));
    }
}
