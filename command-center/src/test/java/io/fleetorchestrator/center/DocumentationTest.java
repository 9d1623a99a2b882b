package io.fleetorchestrator.center;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.testing.DocumentedSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void everySettingIsDocumented() {
        DocumentedSettings.assertDocumented("the command center", CenterSettings.class, List.of(ServiceSettings.class));
    }
}
