package io.fleetorchestrator.runtime.settings;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private enum Pace {
        REAL_TIME,
        AS_FAST_AS_IT_GOES
    }

    private record Inner(
            @Setting(doc = "How long", defaultValue = "PT10M")
            Duration grace) {}

    private record Example(
            Inner inner,
            @Setting(doc = "How many", defaultValue = "3") int howMany,

            @Setting(doc = "How much", defaultValue = "0.05")
            double share,

            @Setting(doc = "Whether", defaultValue = "false")
            boolean dryRun,

            @Setting(doc = "Since when") Optional<Instant> since,
            @Setting(doc = "Which regions") List<String> regions,

            @Setting(doc = "How fast", defaultValue = "real-time")
            Pace pace) {

        private Example {
            if (howMany < 0) {
                throw new IllegalArgumentException("how-many: " + howMany + " is less than none");
            }
        }
    }

    private record Needy(@Setting(doc = "File to read") Path csv) {}

    @TempDir
    private Path directory;

    @Test
    void usesTheDefaultsWithoutAnySettings() {
        then(Settings.defaults(Example.class))
                .isEqualTo(new Example(
                        new Inner(Duration.ofMinutes(10)),
                        3,
                        0.05,
                        false,
                        Optional.empty(),
                        List.of(),
                        Pace.REAL_TIME));
    }

    @Test
    void readsEveryType() {
        // when
        var example = Settings.defaults(
                Example.class,
                "--grace",
                "PT5M",
                "--how-many=7",
                "--share",
                "0.5",
                "--dry-run",
                "--since",
                "2026-01-31T12:00:00Z",
                "--regions",
                "arizona, ireland",
                "--pace",
                "as-fast-as-it-goes");

        // then
        then(example)
                .isEqualTo(new Example(
                        new Inner(Duration.ofMinutes(5)),
                        7,
                        0.5,
                        true,
                        Optional.of(Instant.parse("2026-01-31T12:00:00Z")),
                        List.of("arizona", "ireland"),
                        Pace.AS_FAST_AS_IT_GOES));
    }

    @Test
    void flagsWinOverEnvironmentAndEnvironmentOverFile() throws IOException {
        // given
        var file = file("how-many=1\nshare=0.1\ngrace=PT1M\nkafka.linger.ms=1\nkafka.client.rack=a");
        var env = Map.of("FLEET_HOW_MANY", "2", "FLEET_SHARE", "0.2", "FLEET_KAFKA_LINGER_MS", "2");

        // when
        var loaded = parse(env, "--config", file, "--how-many", "3", "--kafka", "linger.ms=3");

        // then
        then(loaded.value().howMany()).isEqualTo(3);
        then(loaded.value().share()).isEqualTo(0.2);
        then(loaded.value().inner().grace()).isEqualTo(Duration.ofMinutes(1));
        then(loaded.kafka()).isEqualTo(Map.of("linger.ms", "3", "client.rack", "a"));
    }

    @Test
    void findsTheFileThroughTheEnvironment() throws IOException {
        then(parse(Map.of("FLEET_CONFIG", file("how-many=9"))).value().howMany())
                .isEqualTo(9);
    }

    @Test
    void showsEveryValueWithItsSource() throws IOException {
        // given
        var file = file("share=0.1");

        // when
        var loaded = parse(Map.of("FLEET_GRACE", "PT1M"), "--config", file, "--how-many=4", "--print-config");

        // then
        then(loaded.printConfig()).isTrue();
        then(loaded.describe())
                .contains("how-many=4  # --how-many")
                .contains("grace=PT1M  # FLEET_GRACE")
                .contains("share=0.1  # share in " + file)
                .contains("dry-run=false  # default");
    }

    @Test
    void showsPropertiesOfTokensAndHidesTheTokens() {
        // when
        var loaded = parse(
                Map.of(),
                "--kafka",
                "sasl.oauthbearer.token.endpoint.url=https://issuer/token",
                "--kafka",
                "sasl.oauthbearer.client.credentials.client.id=fleet",
                "--kafka",
                "basic.auth.credentials.source=USER_INFO",
                "--kafka",
                "bearer.auth.token=hush-1",
                "--kafka",
                "sasl.oauthbearer.client.credentials.client.secret=hush-2",
                "--kafka",
                "sasl.oauthbearer.assertion.private.key.passphrase=hush-3");

        // then
        then(loaded.describe())
                .contains("https://issuer/token", "client.id=fleet", "credentials.source=USER_INFO")
                .doesNotContain("hush");
    }

    @Test
    void neverShowsASecret() {
        // when
        var loaded = parse(
                Map.of("FLEET_KAFKA_SASL_JAAS_CONFIG", "hush-1"),
                "--kafka",
                "ssl.keystore.password=hush-2",
                "--kafka",
                "schema.registry.basic.auth.user.info=hush-3",
                "--kafka",
                "proxy.url=http://user:hush-4@proxy");

        // then
        then(loaded.describe()).doesNotContain("hush").contains("sasl.jaas.config=********");
        then(loaded.toString()).doesNotContain("hush");
        then(loaded.kafka()).containsEntry("ssl.keystore.password", "hush-2");
    }

    @Test
    void readsSecretsFromFiles() throws IOException {
        // given
        var secret = file("hush\n");

        // when
        var fromEnv = parse(Map.of("FLEET_KAFKA_SASL_JAAS_CONFIG_FILE", secret));
        var fromFlag = parse(Map.of(), "--kafka-file", "sasl.jaas.config=" + secret);
        var fromFile = parse(Map.of(), "--config", file("kafka-file.sasl.jaas.config=" + secret));

        // then
        then(List.of(fromEnv, fromFlag, fromFile))
                .allSatisfy(loaded -> then(loaded.kafka()).containsEntry("sasl.jaas.config", "hush"));
    }

    @Test
    void leavesKafkasOwnFilePropertiesAlone() {
        then(parse(Map.of("FLEET_KAFKA_SASL_OAUTHBEARER_ASSERTION_FILE", "/run/assertion"))
                        .kafka())
                .containsEntry("sasl.oauthbearer.assertion.file", "/run/assertion");
    }

    @Test
    void rejectsAMisspeltSettingWithASuggestion() throws IOException {
        // given
        var file = file("gracee=PT1M");

        // then
        thenThrownBy(() -> parse(Map.of("FLEET_HOW_MANI", "3"), "--config", file, "--shares", "1", "--xyzzy", "1"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("gracee in " + file + ": there is no setting 'gracee'; did you mean grace?")
                .hasMessageContaining("FLEET_HOW_MANI: there is no setting 'how-mani'; did you mean how-many?")
                .hasMessageContaining("--shares: there is no setting 'shares'; did you mean share?")
                .hasMessageContaining("--xyzzy: there is no setting 'xyzzy'; --help lists the settings");
    }

    @Test
    void rejectsReservedKafkaProperties() {
        thenThrownBy(() -> parse(
                        Map.of("FLEET_KAFKA_APPLICATION_ID", "mine"),
                        "--kafka",
                        "processing.guarantee=at_least_once",
                        "--kafka",
                        "main.consumer.isolation.level=read_uncommitted"))
                .hasMessageContaining("'application.id' cannot be passed through: set application-id instead")
                .hasMessageContaining("'processing.guarantee' cannot be passed through: it is always exactly_once_v2")
                .hasMessageContaining("'main.consumer.isolation.level' cannot be passed through");
    }

    @Test
    void showsHowToWriteAValue() {
        thenThrownBy(() -> parse(Map.of("FLEET_HOW_MANY", "many"), "--grace", "abc", "--pace", "slow"))
                .hasMessageContaining("--grace: 'abc' is not a duration; write it like 90m, 18h or 7d")
                .hasMessageContaining("FLEET_HOW_MANY: 'many' is not a whole number; write it like 42")
                .hasMessageContaining("--pace: 'slow' is not one of real-time, as-fast-as-it-goes");
    }

    @Test
    void passesOnErrorsOfTheRecord() {
        thenThrownBy(() -> parse(Map.of(), "--how-many", "-1"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("how-many: -1 is less than none");
    }

    @Test
    void rejectsASettingThatIsGivenTwice() throws IOException {
        // given
        var secret = file("hush");

        // then
        thenThrownBy(() -> parse(Map.of(), "--share", "1", "--share", "2"))
                .hasMessage("--share is given twice; give it once");
        thenThrownBy(() -> parse(Map.of(), "--kafka", "a.b=1", "--kafka-file", "a.b=" + secret))
                .hasMessage("--kafka-file a.b and --kafka a.b set the same thing; give one of them");
    }

    @Test
    void requiresASettingWithoutADefault() {
        thenThrownBy(() -> Settings.defaults(Needy.class)).hasMessage("--csv is required: File to read");
    }

    @Test
    void rejectsAWordThatIsNotASetting() {
        thenThrownBy(() -> parse(Map.of(), "start"))
                .hasMessage("'start' is not expected here; write settings as --name value");
    }

    @Test
    void ignoresSettingsOfOtherServicesInTheEnvironmentButNotInFlags() {
        // given
        var env = Map.of("FLEET_CSV", "x.csv");

        // then
        then(Settings.parse(Example.class, new String[0], env, List.of(Needy.class))
                        .value()
                        .howMany())
                .isEqualTo(3);
        thenThrownBy(() -> Settings.parse(Example.class, new String[] {"--csv", "x"}, Map.of(), List.of(Needy.class)))
                .hasMessageContaining("there is no setting 'csv'");
    }

    @Test
    void ignoresVariablesThatKubernetesSetsForServices() {
        then(parse(Map.of("FLEET_CENTER_SERVICE_HOST", "10.0.0.1", "FLEET_CENTER_PORT", "tcp://10.0.0.1:80"))
                        .value()
                        .howMany())
                .isEqualTo(3);
    }

    @Test
    void writesItsOwnDocs() {
        then(SettingsDocs.markdown(Example.class, List.of()))
                .contains("| `--grace` | `FLEET_GRACE` | Duration | `PT10M` | How long |")
                .contains("| `--since` | `FLEET_SINCE` | Optional of Instant | – | Since when |");
        then(SettingsDocs.help("fleet example", Example.class))
                .contains("--pace real-time|as-fast-as-it-goes", "--since INSTANT", "--regions TEXT[,TEXT]...");
        then(SettingsDocs.help("fleet example", Needy.class)).contains("--csv FILE (required)");
    }

    @Test
    void commonSettingsHaveWorkingDefaults() {
        then(Settings.defaults(ServiceSettings.class))
                .isEqualTo(new ServiceSettings(
                        "localhost:9092",
                        "http://localhost:8081",
                        "fleet.",
                        Optional.empty(),
                        Path.of(".fleet/state"),
                        "0.0.0.0",
                        8080,
                        LogFormat.AUTO,
                        LogLevel.INFO));
        thenThrownBy(() -> Settings.defaults(ServiceSettings.class, "--http-port", "70000"))
                .hasMessage("http-port: 70000 is not a port; ports are 0 to 65535");
    }

    private static LoadedSettings<Example> parse(Map<String, String> env, String... args) {
        return Settings.parse(Example.class, args, env);
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "settings", ".properties"), content)
                .toString();
    }
}
