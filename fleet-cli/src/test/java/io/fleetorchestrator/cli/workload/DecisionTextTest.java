package io.fleetorchestrator.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.cli.terminal.Width;
import io.fleetorchestrator.schemas.contract.CounterOffer;
import io.fleetorchestrator.schemas.contract.Footprint;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTextTest {

    private static final Instant START = Instant.parse("2026-07-01T22:00:00Z");
    private static final Placement NIGHT_IN_WYOMING = new Placement("wyoming", START, START.plusSeconds(4 * 3600));

    private final DecisionText words = new DecisionText(false, Width.UNBOUNDED);

    @Test
    void showsThePlacementAndTheSavingsOfAnApprovedWorkload() {
        // given
        var decision = decision(Verdict.APPROVED);
        decision.setPlacement(NIGHT_IN_WYOMING);
        decision.setCarbonSavedKg(1234.0);
        decision.setWaterSavedL(-56.0);

        // when
        var text = words.full(decision);

        // then
        assertThat(text)
                .startsWith("APPROVED  nightly batch")
                .contains("5.0 MW ×  4 h")
                .contains("→ wyoming 07-01 22:00–02:00")
                .contains("saves 1,234 kg CO₂, costs 56 L water");
    }

    @Test
    void escapesControlCharactersOfRecords() {
        // given a request with escape sequences in every text
        var hostile = "\u001b]0;pwned\u0007\u001b[31mRED\n\u202e";
        var decision = decision(Verdict.BLOCKED);
        decision.setName(hostile);
        decision.setRequestId(hostile);
        decision.setReasons(List.of(Reason.newBuilder()
                .setCode(ReasonCode.UNKNOWN_REGION)
                .setText(hostile)
                .build()));
        decision.setCounterOffer(new CounterOffer(
                new Placement(hostile, START, START.plusSeconds(3600)),
                1.0,
                new Footprint(hostile, START, 24.0, 1.0, 2.0)));
        var placed = decision(Verdict.APPROVED);
        placed.setPlacement(new Placement(hostile, START, START.plusSeconds(3600)));

        // then
        assertThat(String.join(
                        " ",
                        words.full(decision).lines().toList().toString(),
                        words.listed(decision),
                        words.full(placed),
                        DecisionText.request(decision)))
                .contains("\\u001b]0;pwned")
                .matches(text -> text.chars().noneMatch(Character::isISOControl), "has no control character")
                .doesNotContain("\u202e");
    }

    @Test
    void distinguishesDryRunsAndCancellationsOnShortLinesToo() {
        // given
        var narrow = new DecisionText(false, new Width(80));
        var reserved = decision(Verdict.APPROVED);
        reserved.setPlacement(NIGHT_IN_WYOMING);
        var tried = SchedulingDecision.newBuilder(reserved).setDryRun(true).build();
        var cancelled = SchedulingDecision.newBuilder(reserved)
                .setAction(RequestAction.CANCEL)
                .build();

        // then
        assertThat(narrow.listed(reserved)).contains("  APPROVED  ");
        assertThat(narrow.listed(tried)).contains("  FEASIBLE  ").hasSizeLessThanOrEqualTo(80);
        assertThat(narrow.listed(cancelled)).contains("  RELEASED  ");
        assertThat(narrow.full(tried)).contains("dry run, nothing reserved");
    }

    @Test
    void givesNoSizeToACancellationOfAnUnknownRequest() {
        var refused = decision(Verdict.BLOCKED);
        refused.setAction(RequestAction.CANCEL);
        refused.setPowerMw(0);
        refused.setDurationHours(0);

        assertThat(words.listed(refused)).contains("BLOCKED", "cancellation").doesNotContain("0.0 MW");
    }

    @Test
    void showsTheReasonsAndTheCounterOfferOfABlockedWorkload() {
        // given
        var decision = decision(Verdict.BLOCKED);
        decision.setReasons(List.of(Reason.newBuilder()
                .setCode(ReasonCode.UPPER_BOUND_EXCEEDS_LIMIT)
                .setText("36.2 °C against a limit of 35.0 °C at 14:00 UTC in arizona")
                .build()));
        decision.setCounterOffer(
                new CounterOffer(NIGHT_IN_WYOMING, 7.25, new Footprint("wyoming", START, 24.0, 1.0, 2.0)));

        // when
        var lines = words.full(decision).lines().toList();

        // then
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("BLOCKED   nightly batch");
        assertThat(lines.get(1)).contains("UPPER_BOUND_EXCEEDS_LIMIT: 36.2 °C against a limit of 35.0 °C");
        assertThat(words.listed(decision)).contains("BLOCKED", "UPPER_BOUND_EXCEEDS_LIMIT");
        assertThat(lines.get(2)).contains("would work: wyoming 07-01 22:00–02:00, 7.3 °C below the limit");
    }

    private static SchedulingDecision decision(Verdict verdict) {
        return SchedulingDecision.newBuilder()
                .setRequestId("r-1")
                .setFleet("global")
                .setName("nightly batch")
                .setPowerMw(5)
                .setDurationHours(4)
                .setVerdict(verdict)
                .setDecidedAt(START)
                .build();
    }
}
