package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.center.security.Role;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import org.junit.jupiter.api.Test;

class CenterSettingsTest {

    @Test
    void servesOnlyThisMachineAndTrustsItUnlessToldOtherwise() {
        var settings = Settings.defaults(CenterSettings.class);

        assertThat(settings.onlyThisMachine()).isTrue();
        assertThat(settings.roleOfAnonymous()).contains(Role.OPERATOR);
    }

    @Test
    void refusesToServeOthersWithoutSayingWhoTheyMayBe() {
        assertThatThrownBy(() -> Settings.defaults(CenterSettings.class, "--web-host", "0.0.0.0"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("api-keys-file");
    }

    @Test
    void trustsNobodyWithoutAKeyOnceThereAreKeys() {
        var settings = Settings.defaults(CenterSettings.class, "--api-keys-file", "keys");

        assertThat(settings.roleOfAnonymous()).isEmpty();
    }
}
