package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.reliability.oracle.Answers;
import io.fleetorchestrator.reliability.oracle.CommittedLoad;
import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.oracle.Identity;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.Platform;
import io.fleetorchestrator.testing.ScratchDirectory;
import io.fleetorchestrator.testing.TopicSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** Schedulers on topics of their own, with clients that send requests and read decisions. */
public final class FaultScenario implements AutoCloseable {

    /** Longer than any fault: a broker's session, a transaction timeout and a restart, on a loaded machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Platform platform;
    private final TopicSpace topics;
    private final ScratchDirectory directory = ScratchDirectory.create("scene");
    private final Traffic traffic;
    private final DecisionTail tail;
    private final Map<String, ChildService> schedulers = new HashMap<>();
    private final List<Long> faults = new ArrayList<>();
    private Optional<CompletableFuture<Void>> sending = Optional.empty();

    private FaultScenario(Platform platform, TopicSpace topics, IntFunction<List<WorkloadRequest>> requests) {
        this.platform = platform;
        this.topics = topics;
        this.traffic = new Traffic(platform.bootstrapServers(), topics, requests);
        this.tail = new DecisionTail(platform.bootstrapServers(), topics);
    }

    /** Known fleets, and requests to them. */
    public static FaultScenario of(Platform platform, IntFunction<List<WorkloadRequest>> requests) {
        var topics = TopicSpace.on(platform);
        Requests.publishFleets(topics);
        return new FaultScenario(platform, topics, requests);
    }

    /** Requests to fleets whose profiles another client publishes. */
    public static FaultScenario on(Platform platform, TopicSpace topics, IntFunction<List<WorkloadRequest>> requests) {
        return new FaultScenario(platform, topics, requests);
    }

    public TopicSpace topics() {
        return topics;
    }

    /** Starts a scheduler with a name that keeps its state directory. */
    public ChildService start(String name, String... flags) {
        return start(name, stateOf(name), flags);
    }

    public ChildService start(String name, Path state, String... flags) {
        return start(Map.of(), name, state, flags);
    }

    /** The same with these environment variables, such as the class path of another build. */
    public ChildService start(Map<String, String> variables, String name, String... flags) {
        return start(variables, name, stateOf(name), flags);
    }

    private ChildService start(Map<String, String> variables, String name, Path state, String... flags) {
        var all = Stream.concat(Stream.of("--state-dir", state.toString()), Stream.of(flags))
                .toArray(String[]::new);
        var scheduler = ChildService.start(Scheduler.class, variables, topics.flags(all));
        schedulers.put(name, scheduler);
        return scheduler;
    }

    /** Starts one with other bootstrap servers. */
    public ChildService startBehind(String bootstrapServers, String name) {
        var scheduler = ChildService.start(
                Scheduler.class,
                "--bootstrap-servers",
                bootstrapServers,
                "--schema-registry-url",
                platform.registryUrl(),
                "--topic-prefix",
                topics.prefix(),
                "--state-dir",
                stateOf(name).toString());
        schedulers.put(name, scheduler);
        return scheduler;
    }

    public ChildService scheduler(String name) {
        var scheduler = schedulers.get(name);
        if (scheduler == null) {
            throw new IllegalArgumentException("no scheduler has been started as " + name);
        }
        return scheduler;
    }

    public Path stateOf(String name) {
        return directory.path().resolve(name);
    }

    public FaultScenario send(int perSecond) {
        sending = Optional.of(traffic.start(perSecond));
        return this;
    }

    public FaultScenario send(int count, int perSecond) {
        sending.ifPresent(CompletableFuture::join);
        sending = Optional.of(traffic.start(count, perSecond));
        return this;
    }

    /** Waits for this many more decisions. */
    public void awaitMore(int count) {
        int enough = tail.answered() + count;
        Awaitility.await("answers")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> tail.answered() >= enough);
    }

    /** Injects a fault while requests come in, and waits until every fleet has a decision on a request sent after it. */
    public void suffer(Runnable fault) {
        var asking = fleets(traffic.acked().stream());
        long began = System.nanoTime();
        faults.add(began);
        fault.run();
        Awaitility.await("answers after a fault")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> fleets(answeredSince(began)).containsAll(asking));
    }

    private Stream<Traffic.Acked> answeredSince(long nanos) {
        return traffic.acked().stream()
                .filter(acked -> acked.sentNanos() >= nanos)
                // A repeated request may have been answered before.
                .filter(acked -> tail.answeredNanos(acked.identity()).orElse(Long.MIN_VALUE) >= nanos);
    }

    private static Set<String> fleets(Stream<Traffic.Acked> requests) {
        return requests.map(acked -> acked.identity().fleet()).collect(Collectors.toSet());
    }

    /** For each fault, the longest wait for a decision between it and the next fault. */
    public List<Duration> longestWaits() {
        var acked = traffic.acked();
        var waits = new ArrayList<Duration>();
        for (int fault = 0; fault < faults.size(); fault++) {
            long from = faults.get(fault);
            long to = fault + 1 < faults.size() ? faults.get(fault + 1) : Long.MAX_VALUE;
            long longest = acked.stream()
                    .mapToLong(request -> waited(request, from, to))
                    .max()
                    .orElse(0);
            waits.add(Duration.ofNanos(longest));
        }
        return waits;
    }

    /** The part of a request's wait between two times; zero if it had been answered before it was repeated. */
    private long waited(Traffic.Acked request, long from, long to) {
        long answered = tail.answeredNanos(request.identity()).orElse(request.sentNanos());
        return Math.max(0, Math.min(answered, to) - Math.max(request.sentNanos(), from));
    }

    /** Stops sending, waits for all decisions, stops the schedulers, and checks what clients saw. */
    public Findings judge() {
        finish();
        schedulers.values().stream().filter(ChildService::isAlive).forEach(ChildService::terminate);
        return judge(decisions());
    }

    /** Stops sending, and waits for all decisions. */
    public void finish() {
        traffic.stop();
        sending.ifPresent(CompletableFuture::join);
        settle();
    }

    /** The oracle reports missing decisions, so the wait for them is limited. */
    private void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !allAnswered()) {
            Awaitility.await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        }
    }

    private boolean allAnswered() {
        return traffic.acked().stream()
                .allMatch(acked -> tail.answeredNanos(acked.identity()).isPresent());
    }

    /** The errors in these decisions on the sent requests. */
    public Findings judge(List<SchedulingDecision> decisions) {
        var acked =
                traffic.acked().stream().map(Traffic.Acked::identity).distinct().toList();
        var answered = decisions.stream().map(Identity::of).toList();
        return Answers.compare(acked, answered).and(CommittedLoad.audit(decisions));
    }

    /** All decisions, by partition in the order of the log; a fleet is in one partition. */
    public List<SchedulingDecision> decisions() {
        return topics.all(Topics.WORKLOAD_DECISIONS).stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    public List<Traffic.Acked> acked() {
        return traffic.acked();
    }

    public Platform platform() {
        return platform;
    }

    @Override
    public void close() {
        schedulers.values().forEach(ChildService::close);
        traffic.close();
        tail.close();
        topics.close();
        directory.close();
    }
}
