package io.fleetorchestrator.center;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.CounterOffer;
import io.fleetorchestrator.schemas.contract.Evidence;
import io.fleetorchestrator.schemas.contract.EvidenceHour;
import io.fleetorchestrator.schemas.contract.Footprint;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Valid records with extreme values in each field. */
final class Absurd {

    /** A text of the last of them. */
    static final String LAST = "the-last-absurd-one";

    private static final List<Double> NUMBERS = List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            -0.0);

    private static final List<Instant> TIMES = List.of(
            Instant.ofEpochMilli(Long.MAX_VALUE),
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.ofEpochMilli(8_640_000_000_000_001L),
            Instant.EPOCH);

    private static final List<String> TEXTS = List.of(
            "",
            "x".repeat(400),
            "w".repeat(50_000),
            "\u0000\u0007\u001b[31m\r\n\t",
            "\u202eright to left\u2028",
            "\ud83d\ude80".repeat(50),
            Records.HOSTILE);

    private Absurd() {}

    static List<SchedulingDecision> decisions() {
        var all = new ArrayList<SchedulingDecision>();
        for (int at = 0; at < NUMBERS.size() * TIMES.size(); at++) {
            for (var verdict : Verdict.values()) {
                all.add(decision(
                        "absurd-" + verdict + at,
                        NUMBERS.get(at % NUMBERS.size()),
                        TIMES.get(at % TIMES.size()),
                        TEXTS.get(at % TEXTS.size()),
                        verdict));
            }
        }
        all.add(decision(LAST, 0, TIMES.get(0), "", Verdict.BLOCKED));
        return all;
    }

    private static SchedulingDecision decision(String id, double number, Instant time, String text, Verdict verdict) {
        var placement = new Placement(text, time, TIMES.get(0));
        var footprint = new Footprint(text, time, number, number, number);
        return SchedulingDecision.newBuilder()
                .setRequestId(id)
                .setFleet(text.length() > 100 ? Records.FLEET : text)
                .setAction(RequestAction.SUBMIT)
                .setVerdict(verdict)
                .setTenant(text)
                .setName(text)
                .setHomeRegion(text)
                .setPowerMw(number)
                .setDurationHours(number > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE)
                .setPlacement(placement)
                .setRiskLevel(RiskLevel.UNKNOWN)
                .setEvidence(evidence(text, time, number))
                .setReasons(Collections.nCopies(
                        text.length() > 1_000 ? 1 : 500,
                        new Reason(ReasonCode.UNKNOWN, text, time, number, number, text)))
                .setCounterOffer(new CounterOffer(placement, number, footprint))
                .setFootprint(footprint)
                .setBaseline(footprint)
                .setCarbonSavedKg(number)
                .setWaterSavedL(number)
                .setDecidedAt(time)
                .build();
    }

    private static Evidence evidence(String text, Instant time, double number) {
        return Evidence.newBuilder()
                .setRegion(text)
                .setModelId(text)
                .setForecastIssuedAt(time)
                .setConfidence(number)
                .setCalibrationSize(Integer.MIN_VALUE)
                .setLimitC(number)
                .setHeatCouplingC(number)
                .setCapacityMw(number)
                .setFlexibleLoadMwAtIssue(number)
                .setBindingHour(time)
                .setBindingBoundC(number)
                .setBindingMarginC(number)
                .setHours(List.of(new EvidenceHour(time, number, number, number, number)))
                .build();
    }

    static List<Advisory> advisories() {
        var all = new ArrayList<Advisory>();
        for (var kind : AdvisoryKind.values()) {
            for (int at = 0; at < NUMBERS.size(); at++) {
                all.add(advisory(
                        kind, NUMBERS.get(at), TIMES.get(at % TIMES.size()), TEXTS.get(at % TEXTS.size()), ""));
            }
        }
        all.add(advisory(AdvisoryKind.AT_RISK, 0, TIMES.get(0), "", LAST));
        return all;
    }

    private static Advisory advisory(AdvisoryKind kind, double number, Instant time, String text, String requestId) {
        return Advisory.newBuilder()
                .setFleet(text)
                .setRegion(text)
                .setKind(kind)
                .setRaisedAt(time)
                .setRequestId(requestId)
                .setSignal(Signal.UNKNOWN)
                .setValue(number)
                .setThreshold(number)
                .setAlternative(new Placement(text, time, time))
                .setText(text)
                .build();
    }
}
