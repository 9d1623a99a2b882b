package io.fleetorchestrator.cli.access;

import io.fleetorchestrator.embedded.EmbeddedKafka;
import io.fleetorchestrator.embedded.FreePort;
import io.fleetorchestrator.runtime.access.Principal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A real broker with passwords, encryption and ACLs. Its admin has a listener of its own.
 */
final class SecureBroker implements AutoCloseable {

    private final int port = FreePort.find();
    private final ServerCertificate certificate;
    private final EmbeddedKafka kafka;

    private SecureBroker(Path directory) throws IOException, InterruptedException {
        certificate = ServerCertificate.create(directory, "broker");
        int adminPort = FreePort.find();
        kafka = EmbeddedKafka.in(directory.resolve("data"), adminPort, overrides(adminPort));
    }

    static SecureBroker start(Path directory) throws IOException, InterruptedException {
        var broker = new SecureBroker(directory);
        broker.kafka.start();
        return broker;
    }

    private Map<String, String> overrides(int adminPort) {
        int controllerPort = FreePort.find();
        var overrides = new HashMap<String, String>();
        overrides.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        overrides.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,SASL_SSL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(adminPort, port, controllerPort));
        overrides.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
        overrides.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        overrides.put("super.users", "User:ANONYMOUS");
        overrides.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        overrides.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        overrides.put("ssl.keystore.type", "PKCS12");
        overrides.put("ssl.keystore.location", certificate.keyStore().toString());
        overrides.put("ssl.keystore.password", ServerCertificate.PASSWORD);
        return overrides;
    }

    /** The listener of all clients but its own admin. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /** Its own admin, who may do anything. */
    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** Gives each principal a password and its ACLs. */
    void add(Collection<Principal> principals) throws Exception {
        var credentials = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
        try (var admin = admin()) {
            admin.alterUserScramCredentials(principals.stream()
                            .map(Principal::name)
                            .map(name -> new UserScramCredentialUpsertion(name, credentials, passwordOf(name)))
                            .collect(Collectors.<UserScramCredentialAlteration>toList()))
                    .all()
                    .get();
            admin.createAcls(principals.stream()
                            .flatMap(principal -> principal.bindings().stream())
                            .toList())
                    .all()
                    .get();
        }
    }

    /** The properties of a client that logs in with this name. */
    Map<String, String> login(String name) {
        return login(name, passwordOf(name));
    }

    Map<String, String> login(String name, String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(name, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.certificate().toString());
    }

    private static String passwordOf(String name) {
        return "password-of-" + name;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
