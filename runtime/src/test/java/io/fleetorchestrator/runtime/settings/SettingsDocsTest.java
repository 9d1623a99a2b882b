package io.fleetorchestrator.runtime.settings;

import io.fleetorchestrator.runtime.streams.StreamsSettings;
import io.fleetorchestrator.testing.DocumentedSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsDocsTest {

    @Test
    void everyServiceIsDocumented() {
        DocumentedSettings.assertDocumented("every service", SettingsDocs.markdown(ServiceSettings.class, List.of()));
    }

    @Test
    void everyTopologyIsDocumented() {
        DocumentedSettings.assertDocumented("every topology", SettingsDocs.markdown(StreamsSettings.class, List.of()));
    }
}
