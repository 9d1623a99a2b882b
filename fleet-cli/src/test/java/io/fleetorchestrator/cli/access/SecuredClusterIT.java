package io.fleetorchestrator.cli.access;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.cli.Fleet;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.runtime.access.Principal;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildJvm;
import io.fleetorchestrator.testing.ChildService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services with a broker and a registry that use encryption and passwords, and with no other ACLs than the shipped ones.
 * They are configured by variables and files, as in the chart.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredClusterIT {

    private static final String PREFIX = Topics.DEFAULT_PREFIX;

    private static final List<Principal> PRINCIPALS = Principals.of(PREFIX);

    /** The files that the chart mounts. */
    private static final Set<String> SECRETS = Set.of("sasl.jaas.config", "basic.auth.user.info");

    @TempDir
    static Path directory;

    private static SecureBroker broker;
    private static SecureRegistry registry;
    private static final List<ChildService> services = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        broker = SecureBroker.start(directory);
        registry = SecureRegistry.start(directory);
        broker.add(PRINCIPALS);
        applyTopics();
    }

    /** As the chart's job does; a producer may read the retention, but not change it. */
    private static void applyTopics() {
        var variables = variables("fleet-operator", registry.login());
        variables.put("CLASSPATH", System.getProperty("java.class.path"));
        var arguments = List.of(Fleet.class.getName(), "topics", "apply", "--keep-readings=P30D");
        try (var job = ChildJvm.launch("topics", arguments, variables)) {
            then(job.awaitExit()).as(job.output()).isEqualTo(ExitCode.OK);
            then(job.output()).contains("schemas registered");
        }
    }

    @AfterAll
    static void stop() {
        services.forEach(ChildService::close);
        registry.close();
        broker.close();
    }

    @Test
    @Order(1)
    void theServicesAnswerARequestWithTheirGrants() {
        // given
        service(TelemetryProducer.class, "fleet-producer", "--backfill", "P4D", "--workloads", "false");
        service(Forecaster.class, "fleet-forecaster");
        service(Scheduler.class, "fleet-scheduler");
        service(CommandCenter.class, "fleet-command-center", "--web-port", "0");
        services.forEach(ChildService::awaitReady);
        await().atMost(Duration.ofMinutes(4))
                .until(() -> fleet("fleet-submitter", "forecasts", "ireland") == ExitCode.OK);

        // when
        int answer = fleet(
                "fleet-submitter",
                "submit",
                "--home",
                "ireland",
                "--power-mw",
                "500",
                "--hours",
                "2",
                "--deadline",
                "PT12H",
                "--wait",
                "PT60S",
                "--id",
                "secured-1");

        // then
        then(answer).isEqualTo(ExitCode.BLOCKED);
    }

    @Test
    @Order(2)
    void everyPrincipalHasItsGrantsOnATopicAndNoOthers() throws Exception {
        for (var principal : PRINCIPALS) {
            try (var admin = admin(principal.name())) {
                for (var topic : Topics.all()) {
                    then(allowed(admin, topic))
                            .as("%s on %s", principal.name(), topic.name())
                            .isEqualTo(granted(principal, topic));
                }
            }
        }
    }

    private static Set<AclOperation> allowed(Admin admin, Topic<?> topic) throws Exception {
        var name = topic.name(PREFIX);
        try {
            var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
            var allowed = admin.describeTopics(List.of(name), options)
                    .allTopicNames()
                    .get()
                    .get(name);
            var operations = new HashSet<>(Objects.requireNonNull(allowed).authorizedOperations());
            operations.remove(AclOperation.DESCRIBE);
            return operations;
        } catch (ExecutionException e) {
            then(e.getCause()).isInstanceOf(TopicAuthorizationException.class);
            return Set.of();
        }
    }

    private static Set<AclOperation> granted(Principal principal, Topic<?> topic) {
        var operations = new HashSet<AclOperation>();
        principal.grants().stream()
                .filter(grant -> switch (grant.resource().patternType()) {
                    case PREFIXED ->
                        topic.name(PREFIX).startsWith(grant.resource().name());
                    default -> topic.name(PREFIX).equals(grant.resource().name());
                })
                .filter(grant -> grant.resource().resourceType() == ResourceType.TOPIC)
                .forEach(grant -> operations.addAll(grant.operations()));
        operations.remove(AclOperation.DESCRIBE);
        return operations;
    }

    @Test
    @Order(3)
    void aSchedulerCannotPublishTelemetry() {
        thenThrownBy(() -> write("fleet-scheduler", Topics.TELEMETRY_READINGS.name(PREFIX)))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    @Order(4)
    void aForecasterCannotPublishDecisions() {
        thenThrownBy(() -> write("fleet-forecaster", Topics.WORKLOAD_DECISIONS.name(PREFIX)))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    @Order(5)
    void noServiceReadsTheStateOfAnother() throws Exception {
        try (var all = broker.admin()) {
            var internal = all.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(PREFIX + "scheduler-"))
                    .toList();
            then(internal).isNotEmpty();
            for (var topic : internal) {
                thenThrownBy(() -> read("fleet-forecaster", topic)).isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @Test
    @Order(6)
    void noServiceJoinsTheGroupOrUsesTheTransactionsOfAnother() {
        thenThrownBy(() -> join("fleet-forecaster", PREFIX + "scheduler"))
                .isInstanceOf(GroupAuthorizationException.class);
        thenThrownBy(() -> begin("fleet-forecaster", PREFIX + "scheduler-1"))
                .isInstanceOf(TransactionalIdAuthorizationException.class);
    }

    @Test
    @Order(7)
    void aSubmitterCreatesNoTopics() throws Exception {
        try (var admin = admin("fleet-submitter")) {
            thenThrownBy(() -> admin.createTopics(List.of(new NewTopic(PREFIX + "mine", 1, (short) 1)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    @Order(8)
    void aWrongPasswordIsRejected() {
        try (var admin = Admin.create(properties(broker.login("fleet-scheduler", "guessed")))) {
            thenThrownBy(() -> admin.listTopics().names().get()).hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    @Order(9)
    void aServiceWithoutRightsNamesThemAndEnds() {
        var refused = start(Scheduler.class, variables("fleet-submitter", registry.login()));

        then(refused.awaitExit()).isNotZero();
        then(refused.output()).contains("denied access");
    }

    @Test
    @Order(10)
    void aServiceThatTheRegistryRejectsNamesTheCredentialsToSet() {
        var refused = start(Scheduler.class, variables("fleet-scheduler", registry.login("guessed")));

        then(refused.awaitExit()).isEqualTo(ExitCode.NOT_READY);
        then(refused.output())
                .contains("scheduler cannot start: schema registry " + registry.url() + " refused to look up subject")
                .contains("set basic.auth.* or bearer.auth.*");
    }

    @Test
    @Order(11)
    void aServiceThatDoesNotTrustTheRegistryNamesTheSetting() {
        var stranger = new HashMap<>(registry.login());
        stranger.keySet().removeIf(property -> property.contains("truststore"));
        var refusing = start(Scheduler.class, variables("fleet-scheduler", stranger));

        then(refusing.awaitExit()).isEqualTo(ExitCode.NOT_READY);
        then(refusing.output())
                .contains("the certificate of schema registry " + registry.url() + " is not trusted")
                .contains("schema.registry.ssl.truststore.location");
    }

    @Test
    @Order(12)
    void aCommandThatTheRegistryRejectsNamesTheCredentialsToo() {
        var err = new StringWriter();
        var command = Fleet.commandLine().setErr(new PrintWriter(err));

        int exitCode = command.execute(arguments("fleet-operator", registry.login("guessed"), "topics", "apply"));

        then(exitCode).isEqualTo(ExitCode.FAILED);
        then(err.toString())
                .contains("schema registry " + registry.url() + " refused to")
                .contains("--kafka KEY=VALUE");
    }

    @Test
    @Order(13)
    void theChartSetsTheSettingsOfThisTest() throws Exception {
        var chart = Files.readString(Path.of("../deploy/helm/fleet-orchestrator/templates/_helpers.tpl"));

        then(variables("fleet-scheduler", registry.login()).keySet())
                .allSatisfy(variable -> then(chart).contains("{name: " + variable + ","));
    }

    private static void service(Class<?> main, String login, String... flags) {
        start(main, variables(login, registry.login()), flags);
    }

    private static ChildService start(Class<?> main, Map<String, String> variables, String... flags) {
        var all = new ArrayList<>(List.of(flags));
        all.addAll(List.of("--http-host", "127.0.0.1", "--log-format", "text"));
        all.addAll(List.of(
                "--state-dir", directory.resolve("state-" + services.size()).toString()));
        var service = ChildService.start(main, variables, all.toArray(String[]::new));
        services.add(service);
        return service;
    }

    /** The settings of the cluster and of the logins to broker and registry. */
    private static Map<String, String> variables(String login, Map<String, String> toRegistry) {
        var variables = new HashMap<String, String>();
        variables.put("FLEET_BOOTSTRAP_SERVERS", broker.address());
        variables.put("FLEET_SCHEMA_REGISTRY_URL", registry.url());
        properties(login, toRegistry).forEach((property, value) -> {
            var variable = "FLEET_KAFKA_" + property.replace('.', '_').toUpperCase(Locale.ROOT);
            if (SECRETS.contains(property)) {
                variables.put(variable + "_FILE", file(value));
            } else {
                variables.put(variable, value);
            }
        });
        return variables;
    }

    private static Map<String, String> properties(String login, Map<String, String> toRegistry) {
        var properties = new HashMap<>(broker.login(login));
        properties.putAll(toRegistry);
        return properties;
    }

    private static String file(String secret) {
        try {
            return Files.writeString(Files.createTempFile(directory, "secret", ""), secret)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command with the login of this name. */
    private static int fleet(String login, String... command) {
        return Fleet.commandLine().execute(arguments(login, registry.login(), command));
    }

    private static String[] arguments(String login, Map<String, String> toRegistry, String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--bootstrap-servers", broker.address(), "--schema-registry-url", registry.url()));
        properties(login, toRegistry)
                .forEach((property, value) -> arguments.addAll(List.of("--kafka", property + "=" + value)));
        return arguments.toArray(String[]::new);
    }

    private static Admin admin(String login) {
        return Admin.create(properties(broker.login(login)));
    }

    private static Map<String, Object> properties(Map<String, String> login) {
        var properties = new HashMap<String, Object>(login);
        properties.put("bootstrap.servers", broker.address());
        return properties;
    }

    private static void write(String login, String topic) throws Exception {
        try (var producer = new KafkaProducer<>(
                properties(broker.login(login)), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[1])).get();
        }
    }

    private static void read(String login, String topic) {
        try (var consumer = consumer(login, Map.of())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            consumer.poll(Duration.ofSeconds(30));
        }
    }

    private static void join(String login, String group) {
        try (var consumer = consumer(login, Map.of("group.id", group))) {
            consumer.subscribe(List.of(Topics.TELEMETRY_READINGS.name(PREFIX)));
            consumer.poll(Duration.ofSeconds(30));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String login, Map<String, Object> more) {
        var properties = properties(broker.login(login));
        properties.putAll(more);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void begin(String login, String transactionalId) {
        var properties = properties(broker.login(login));
        properties.put("transactional.id", transactionalId);
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
        }
    }
}
