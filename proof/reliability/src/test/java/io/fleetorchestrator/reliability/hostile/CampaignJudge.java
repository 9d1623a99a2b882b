package io.fleetorchestrator.reliability.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetorchestrator.reliability.hostile.HostileRecord.ExpectedOutcome;
import io.fleetorchestrator.reliability.oracle.Answers;
import io.fleetorchestrator.reliability.oracle.CommittedLoad;
import io.fleetorchestrator.reliability.oracle.ExpectedOutcomes;
import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.oracle.Identity;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.reliability.scene.Requests;
import io.fleetorchestrator.reliability.scene.TopicScan;
import io.fleetorchestrator.reliability.scene.Traffic;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the results of a campaign: well-behaved clients got their decisions, and every hostile record its expected outcome. */
final class CampaignJudge {

    private final FaultScenario scene;
    private final ExpectedOutcomes outcomes = new ExpectedOutcomes();
    private final CommittedLoad load = new CommittedLoad();
    private final List<Identity> neighbours = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    CampaignJudge(FaultScenario scene) {
        this.scene = scene;
    }

    Findings judge(List<Sent> sent) {
        var topics = scene.topics();
        try (var decisions =
                topics.serdes().valueSerde(Topics.WORKLOAD_DECISIONS).deserializer()) {
            TopicScan.of(
                    scene.platform(), topics.name(Topics.WORKLOAD_DECISIONS), record -> decided(record, decisions));
        }
        TopicScan.of(scene.platform(), topics.name(Topics.DEAD_LETTER), this::deadLettered);
        var asked =
                scene.acked().stream().map(Traffic.Acked::identity).distinct().toList();
        var acknowledged = sent.stream()
                .filter(record -> record.expected() != ExpectedOutcome.NOTHING)
                .toList();
        var findings =
                outcomes.audit(acknowledged.stream().map(Sent::acknowledged).toList());
        CampaignTable.of(sent, findings).print();
        return findings.and(Answers.compare(asked, neighbours))
                .and(load.findings())
                .and(new Findings(List.of(), List.of(), violations));
    }

    private void decided(ConsumerRecord<byte[], byte[]> record, Deserializer<SchedulingDecision> decisions) {
        try {
            decided(decisions.deserialize(record.topic(), record.value()));
        } catch (PoisonRecordException unreadable) {
            violations.add("decision at " + record.partition() + "/" + record.offset() + " cannot be read");
        }
    }

    private void decided(SchedulingDecision decision) {
        // The profiles and forecasts of that fleet are hostile, so its committed load is not checked.
        if (!decision.getFleet().equals(Ordinary.ATTACKED)) {
            load.add(decision);
        }
        var label = Stream.of(decision.getRequestId(), decision.getTenant(), decision.getName())
                .flatMap(text -> Label.startOf(text).stream())
                .findFirst();
        if (label.isPresent()) {
            outcomes.decided(label.get(), decision);
        } else if (Requests.FLEETS.contains(decision.getFleet())) {
            neighbour(decision);
        }
    }

    /** Well-behaved clients request so little that each is approved. */
    private void neighbour(SchedulingDecision decision) {
        neighbours.add(Identity.of(decision));
        if (decision.getVerdict() != Verdict.APPROVED) {
            violations.add("a good neighbour is blocked: " + decision);
        }
    }

    /** By the position of its record, and by the name in it: a request in a wrong partition was read from another topic. */
    private void deadLettered(ConsumerRecord<byte[], byte[]> letter) {
        var topic = text(letter.headers(), "topic");
        var partition = text(letter.headers(), "partition");
        var offset = text(letter.headers(), "offset");
        outcomes.deadLettered(
                Sent.origin(new TopicPartition(topic, Integer.parseInt(partition)), Long.parseLong(offset)));
        if (topic.contains("repartition") && letter.value() != null) {
            Label.in(new String(letter.value(), ISO_8859_1)).ifPresent(outcomes::deadLettered);
        }
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader("__streams.errors." + name).value(), UTF_8);
    }
}
