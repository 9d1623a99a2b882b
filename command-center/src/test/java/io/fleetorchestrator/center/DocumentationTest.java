package io.fleetorchestrator.center;

import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.SettingsDocs;
import io.fleetorchestrator.testing.DocumentedSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void everySettingIsDocumented() {
        DocumentedSettings.assertDocumented(
                "the command center", SettingsDocs.markdown(CenterSettings.class, List.of(ServiceSettings.class)));
    }
}
