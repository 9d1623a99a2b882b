package io.fleetorchestrator.core.fleet;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.testing.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Replays a recorded log and compares every answer, byte for byte, with what was decided when it was recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedDecisionsTest {

    private static final Path RECORD = Path.of("src", "test", "golden", "decisions.txt");

    private static final String UPDATE = "golden.update";

    private final List<RecordedLog.Entry> log = RecordedLog.entries();
    private final List<FleetAnswer> answers = new ArrayList<>();

    @BeforeAll
    void replay() {
        var scheduler = new FleetScheduler(Samples.FLEET, FleetSnapshot.EMPTY, FleetJournal.NONE, Duration.ofDays(7));
        log.forEach(entry -> answers.addAll(scheduler.on(entry.event(), entry.publishedAt())));
    }

    @Test
    void everyAnswerIsTheRecordedOneToTheByte() throws IOException {
        var lines = lines();
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(RECORD.getParent());
            Files.write(RECORD, lines);
        }
        then(lines)
                .as(
                        "answers against %s; the first line is the log itself, the last two columns of the others are SHA-256"
                                + " of the answer without and with its texts; if a difference is meant, run again with"
                                + " -D%s=true and read the diff",
                        RECORD, UPDATE)
                .containsExactlyElementsOf(Files.readAllLines(RECORD));
    }

    @Test
    void theLogGetsEveryVerdictAndEveryReason() {
        var decisions = decisions();

        then(decisions).hasSizeGreaterThan(400);
        then(decisions.stream()
                        .flatMap(decision -> decision.getReasons().stream())
                        .map(Reason::getCode)
                        .collect(toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(ReasonCode.UNKNOWN)));
        for (var action : List.of(RequestAction.SUBMIT, RequestAction.CANCEL)) {
            then(decisions.stream()
                            .filter(decision -> decision.getAction() == action)
                            .map(SchedulingDecision::getVerdict))
                    .contains(Verdict.APPROVED, Verdict.BLOCKED);
        }
        then(decisions)
                .anyMatch(SchedulingDecision::getDryRun)
                .anyMatch(decision -> decision.getCounterOffer() != null)
                .anyMatch(decision -> decision.getBaseline() != null)
                .anyMatch(decision -> decision.getVerdict() == Verdict.BLOCKED && decision.getEvidence() != null)
                .anyMatch(decision -> decision.getReasons().size() > 3);
    }

    @Test
    void theLogPutsPlacedWorkloadsAtRiskInEveryWayAndClearsThem() {
        var advisories = advisories();

        then(advisories)
                .anyMatch(advisory -> advisory.getSignal() == Signal.TEMPERATURE && advisory.getAlternative() != null)
                .anyMatch(advisory -> advisory.getSignal() == Signal.TEMPERATURE && advisory.getAlternative() == null)
                .anyMatch(advisory -> advisory.getSignal() == Signal.IT_LOAD)
                .anyMatch(advisory -> advisory.getKind() == AdvisoryKind.AT_RISK && advisory.getSignal() == null)
                .anyMatch(advisory -> advisory.getKind() == AdvisoryKind.RECOVERED);
    }

    private List<String> lines() {
        var lines = new ArrayList<>(List.of(Digests.of(log)));
        answers.forEach(answer -> lines.add(answer.match(Digests::of, Digests::of)));
        return lines;
    }

    private List<SchedulingDecision> decisions() {
        var decisions = new ArrayList<SchedulingDecision>();
        answers.forEach(answer -> answer.accept(decisions::add, advisory -> {}));
        return decisions;
    }

    private List<Advisory> advisories() {
        var advisories = new ArrayList<Advisory>();
        answers.forEach(answer -> answer.accept(decision -> {}, advisories::add));
        return advisories;
    }
}
