package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetorchestrator.center.security.Role;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CenterSettingsTest {

    @Test
    void servesOnlyThisMachineAndTrustsItByDefault() {
        var settings = Settings.defaults(CenterSettings.class);

        assertThat(settings.onlyThisMachine()).isTrue();
        assertThat(settings.roleOfAnonymous()).contains(Role.OPERATOR);
    }

    @Test
    void failsIfOtherMachinesCanConnectWithoutAccessSettings() {
        assertThatThrownBy(() -> Settings.defaults(CenterSettings.class, "--web-host", "0.0.0.0"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("api-keys-file");
    }

    @Test
    void trustsNoCallerWithoutAKeyIfKeysAreConfigured(@TempDir Path directory) throws IOException {
        var keys = Files.createFile(directory.resolve("keys"));

        var settings = Settings.defaults(CenterSettings.class, "--api-keys-file", keys.toString());

        assertThat(settings.roleOfAnonymous()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://issuer.example/keys, use https",
        "ftp://issuer.example/keys, is not an https: or file: URL",
        "issuer.example/keys, is not an https: or file: URL",
        "https:///keys, has no host",
        "file:///no/such/file, cannot be read",
        "file://elsewhere/keys, is not the URL of a file",
        "ht tp://issuer, is not a URL"
    })
    void rejectsTokenKeysThatCannotBeReadOrTrusted(String url, String why) {
        assertThatThrownBy(() -> tokens("--token-jwks-url", url))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("token-jwks-url: '" + url + "'")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"keys\":[]}", "no JSON"})
    void rejectsAFileWithoutTokenKeys(String content, @TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("jwks.json"), content);

        assertThatThrownBy(() -> tokens("--token-jwks-url", file.toUri().toString()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("token-jwks-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS512", "RS257", ""})
    void rejectsAlgorithmsByWhichAnyoneCouldSign(String algorithm) {
        assertThatThrownBy(
                        () -> tokens("--token-jwks-url", "https://issuer.example/keys", "--token-algorithm", algorithm))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("token-algorithm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://issuer.example/keys", "http://localhost:8080/keys", "http://127.0.0.1/keys"})
    void acceptsTokenKeysFromProtectedLocations(String url) {
        assertThat(tokens("--token-jwks-url", url).tokens().tokenJwksUrl()).contains(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"robot:submitter:blue", "robot:king::HASH", "robot:viewer::zz"})
    void rejectsAFileOfApiKeysWithAnInvalidLine(String line, @TempDir Path directory) throws IOException {
        var hash = "0".repeat(64);
        var keys = Files.writeString(
                directory.resolve("keys"), line.replace("HASH", hash).replace("zz", "z".repeat(64)));

        assertThatThrownBy(() -> Settings.defaults(CenterSettings.class, "--api-keys-file", keys.toString()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("api-keys-file: " + keys + ":1");
    }

    @Test
    void rejectsAMissingFileOfApiKeys() {
        assertThatThrownBy(() -> Settings.defaults(CenterSettings.class, "--api-keys-file", "/no/such/file"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("/no/such/file");
    }

    private static CenterSettings tokens(String... more) {
        var flags = new ArrayList<>(List.of("--token-issuer", "https://issuer.example"));
        flags.addAll(List.of(more));
        return Settings.defaults(CenterSettings.class, flags.toArray(String[]::new));
    }
}
