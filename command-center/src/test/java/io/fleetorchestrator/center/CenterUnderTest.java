package io.fleetorchestrator.center;

import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.service.ServiceContext;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** A command center with its own topics, records of a fleet, and a stand-in for the scheduler. */
final class CenterUnderTest implements AutoCloseable {

    private static final int FORECAST_HOURS = 48;

    private final TopicSpace topics;
    private final StandInScheduler scheduler;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Future<?>> left = new ArrayList<>();
    private final String[] flags;
    private final Instant now = Records.floor(Instant.now());
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private RunningCenter center;

    private CenterUnderTest(KafkaEnvironment kafka, List<String> regions, int hours, String... more) {
        this.topics = kafka.freshTopics();
        this.flags = topics.flags(more);
        topics.serdes(); // configures Avro to trust the records that are built below
        publish(regions, hours);
        this.scheduler = StandInScheduler.start(topics, kafka.bootstrapServers());
        start("0");
    }

    static CenterUnderTest start(KafkaEnvironment kafka, String... flags) {
        return new CenterUnderTest(kafka, Records.REGIONS, FORECAST_HOURS, flags);
    }

    /** With that many regions, and the minimal history that the views need. */
    static CenterUnderTest startLarge(KafkaEnvironment kafka, int regions) {
        return new CenterUnderTest(kafka, Records.regions(regions), 2);
    }

    /** Starts a new instance on the same port, as after an upgrade. */
    void restart() {
        var port = Integer.toString(center.port());
        center.close();
        start(port);
    }

    private void start(String port) {
        var all = new String[flags.length + 2];
        System.arraycopy(flags, 0, all, 0, flags.length);
        all[flags.length] = "--web-port";
        all[flags.length + 1] = port;
        var loaded = Settings.parse(CenterSettings.class, all, Map.of());
        var settings = loaded.value();
        var health = new Health();
        var connection = new KafkaConnection(settings.service(), loaded.kafka());
        var context = new ServiceContext("command-center", connection, health, meters);
        center = RunningCenter.start(settings, context, Clock.systemUTC());
        await().atMost(Duration.ofMinutes(1)).until(health::isReady);
    }

    private void publish(List<String> regions, int hours) {
        topics.send(Topics.FLEET_PROFILES, Records.FLEET, Records.profile(regions, now), now);
        for (var region : regions) {
            for (int back = hours + 24; back > 0; back--) {
                var start = now.minus(Duration.ofHours(back));
                topics.send(Topics.TELEMETRY_HOURLY, region, Records.hour(region, start), start);
            }
            for (int back = hours; back >= 0; back--) {
                var issued = now.minus(Duration.ofHours(back));
                topics.send(Topics.FORECAST_INTERVALS, region, Records.forecast(region, issued), issued);
            }
            topics.send(Topics.FORECAST_OUTCOMES, region, Records.outcome(region, now), now);
        }
        topics.send(Topics.FLEET_ADVISORIES, Records.FLEET, Records.advisory(now), now);
    }

    TopicSpace topics() {
        return topics;
    }

    MeterRegistry meters() {
        return meters;
    }

    double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    Instant now() {
        return now;
    }

    String url(String path) {
        return "http://localhost:" + center.port() + path;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends the request without waiting for the response. */
    void postAndLeave(String path, String body) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        left.add(http.sendAsync(request, BodyHandlers.ofString()));
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(40));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        left.forEach(answer -> answer.cancel(true));
        center.close();
        scheduler.close();
    }
}
