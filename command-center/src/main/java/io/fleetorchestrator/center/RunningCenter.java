package io.fleetorchestrator.center;

import io.fleetorchestrator.center.api.DecisionService;
import io.fleetorchestrator.center.api.RouteTable;
import io.fleetorchestrator.center.api.Visibility;
import io.fleetorchestrator.center.events.EventStream;
import io.fleetorchestrator.center.feed.FeedSettings;
import io.fleetorchestrator.center.feed.FeedSource;
import io.fleetorchestrator.center.feed.TopicFeed;
import io.fleetorchestrator.center.metrics.CenterMetrics;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.readmodel.ReadModelRetention;
import io.fleetorchestrator.center.view.AdvisoryView;
import io.fleetorchestrator.center.view.DecisionView;
import io.fleetorchestrator.center.view.ForecastNotice;
import io.fleetorchestrator.center.workload.PendingDecisions;
import io.fleetorchestrator.center.workload.RequestSender;
import io.fleetorchestrator.runtime.service.RunningService;
import io.fleetorchestrator.runtime.service.ServiceContext;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A running command center. */
final class RunningCenter implements RunningService {

    /** An hour of events of a busy fleet, enough for a page that reconnects. */
    private static final int EVENTS = 2_000;

    private static final int ADVISORIES = 2_000;

    private final AvroSerdes serdes;
    private final RequestSender sender;
    private final TopicFeed feed;
    private final EventStream events;
    private final WebServer web;
    private final CountDownLatch ended = new CountDownLatch(1);

    private RunningCenter(AvroSerdes serdes, RequestSender sender, TopicFeed feed, EventStream events, WebServer web) {
        this.serdes = serdes;
        this.sender = sender;
        this.feed = feed;
        this.events = events;
        this.web = web;
    }

    static RunningCenter start(CenterSettings settings, ServiceContext context, Clock clock) {
        var connection = context.connection();
        var prefix = settings.service().topicPrefix();
        var model = new ReadModel(new ReadModelRetention(settings.keep(), settings.keepDecisions(), ADVISORIES));
        var pending = new PendingDecisions();
        var events = new EventStream(EVENTS);
        var metrics = new CenterMetrics(context.meters());
        var serdes = AvroSerdes.from(connection.registry());
        var sender = new RequestSender(connection.producer(), serdes, prefix);
        var visibility = new Visibility(model);
        var routes = RouteTable.of(model, visibility, new DecisionService(sender, pending), clock);
        var gate = context.health().gate("read-model");
        var web = WebServer.start(settings, routes, events, visibility, metrics, gate::isOpen);
        var feed = TopicFeed.start(
                new FeedSettings(connection.consumer(), prefix, clock.instant(), settings.keep()),
                sources(model, pending),
                serdes,
                events,
                gate,
                metrics::skipped);
        metrics.watch(model);
        metrics.watch(events);
        metrics.watch(feed);
        metrics.watchConnections(web::connections);
        return new RunningCenter(serdes, sender, feed, events, web);
    }

    /** Profiles first, because the other records refer to their regions. */
    private static List<FeedSource<?>> sources(ReadModel model, PendingDecisions pending) {
        return List.of(
                FeedSource.withoutEvents(Topics.FLEET_PROFILES, model::put),
                FeedSource.withoutEvents(Topics.FORECAST_MODELS, model::put),
                FeedSource.withoutEvents(Topics.TELEMETRY_HOURLY, model::put),
                FeedSource.withoutEvents(Topics.FORECAST_OUTCOMES, model::put),
                FeedSource.withEvents(
                        Topics.FORECAST_INTERVALS,
                        model::put,
                        "forecast",
                        RegionForecast::getIssuedAt,
                        ForecastNotice::of),
                FeedSource.withEvents(
                        Topics.FLEET_ADVISORIES, model::put, "advisory", Advisory::getRaisedAt, AdvisoryView::of),
                new FeedSource<>(
                        Topics.WORKLOAD_DECISIONS,
                        (decision, arrival) -> {
                            model.put(decision, arrival);
                            pending.put(decision);
                        },
                        "decision",
                        SchedulingDecision::getDecidedAt,
                        DecisionView::of));
    }

    /** The port of the page. */
    int port() {
        return web.port();
    }

    @Override
    public boolean awaitEnd() throws InterruptedException {
        ended.await();
        return true;
    }

    @Override
    public void close() {
        events.close();
        web.close();
        feed.close();
        sender.close();
        serdes.close();
        ended.countDown();
    }
}
