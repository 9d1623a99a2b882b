package io.fleetorchestrator.cli.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The self-signed key of a server, and its certificate for clients.
 *
 * @param keyStore the key store of the server, in PKCS12
 * @param certificate the certificate for clients, in PEM
 */
record ServerCertificate(Path keyStore, Path certificate) {

    static final String PASSWORD = "store-password";

    /** A new one for this machine, valid for two days. */
    static ServerCertificate create(Path directory, String name) throws IOException, InterruptedException {
        var made = new ServerCertificate(directory.resolve(name + ".p12"), directory.resolve(name + ".crt"));
        made.keytool(
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-validity",
                "2",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1");
        made.keytool("-exportcert", "-rfc", "-file", made.certificate.toString());
        return made;
    }

    /** The SSL context of the server. */
    SSLContext context() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(opened(), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore opened() throws GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var bytes = Files.newInputStream(keyStore)) {
            store.load(bytes, PASSWORD.toCharArray());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-keystore", keyStore.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + output);
        }
    }
}
