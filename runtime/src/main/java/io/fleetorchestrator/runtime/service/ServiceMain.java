package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.logging.Logging;
import io.fleetorchestrator.runtime.settings.LoadedSettings;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsDocs;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.runtime.startup.StartCheckException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main method of every service, and the only place that ends the JVM. */
public final class ServiceMain {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);

    /** Services close within their own, shorter limits; this limit is for one that does not. */
    private static final int HALT_AFTER_SECONDS = 120;

    private final Map<String, String> env;
    private final PrintStream out;
    private final PrintStream err;

    ServiceMain(Map<String, String> env, PrintStream out, PrintStream err) {
        this.env = env;
        this.out = out;
        this.err = err;
    }

    /** Runs the service until it ends or the process receives SIGTERM, and exits with a {@link ServiceExitCode}. */
    public static <X extends Record> void run(Service<X> service, String[] args) {
        var exit = new CompletableFuture<ServiceExitCode>();
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main, exit), "stop"));
        exit.complete(new ServiceMain(System.getenv(), System.out, System.err).call(service, args));
        System.exit(exit.join().number());
    }

    /** On SIGTERM the main thread is interrupted, and its result becomes the exit code. */
    private static void stop(Thread main, CompletableFuture<ServiceExitCode> exit) {
        if (exit.isDone()) {
            return;
        }
        main.interrupt();
        try {
            Runtime.getRuntime()
                    .halt(exit.get(HALT_AFTER_SECONDS, TimeUnit.SECONDS).number());
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            Runtime.getRuntime().halt(ServiceExitCode.FAILURE.number());
        }
    }

    <X extends Record> ServiceExitCode call(Service<X> service, String[] args) {
        if (Settings.asksForHelp(args)) {
            out.print(SettingsDocs.help("fleet " + service.command(), service.settingsType()));
            return ServiceExitCode.OK;
        }
        try {
            var settings = Settings.parse(service.settingsType(), args, env);
            return settings.printConfig() ? print(settings) : serve(service, settings);
        } catch (SettingsException e) {
            err.println(e.getMessage());
            return ServiceExitCode.USAGE;
        }
    }

    private ServiceExitCode print(LoadedSettings<?> settings) {
        out.println(settings.describe());
        return ServiceExitCode.OK;
    }

    private <X extends Record> ServiceExitCode serve(Service<X> service, LoadedSettings<X> settings) {
        var common = service.common(settings.value());
        Logging.configure(common.logFormat(), common.logLevel());
        try (var host = ServiceHost.start(service, settings)) {
            return host.awaitEnd();
        } catch (InterruptedException | InterruptException toldToStop) {
            return ServiceExitCode.OK;
        } catch (StartCheckException e) {
            LOG.error("{} cannot start: {}", service.name(), e.getMessage());
            return ServiceExitCode.START_CHECK;
        } catch (SettingsException e) {
            // Some errors show only in use, such as a file that cannot be read.
            err.println(e.getMessage());
            return ServiceExitCode.USAGE;
        } catch (RuntimeException e) {
            LOG.error("{} failed", service.name(), e);
            return ServiceExitCode.FAILURE;
        }
    }
}
