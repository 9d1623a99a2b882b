package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * A line for a log and for each of its answers. An answer's line names it, and ends with two SHA-256 of its bytes: the
 * first leaves out the texts, so that a change of wording alone shows as such.
 */
final class Digests {

    private Digests() {}

    static String of(List<RecordedLog.Entry> log) {
        var sha = sha256();
        for (var entry : log) {
            sha.update(bytes(entry.event()));
            sha.update(entry.publishedAt().toString().getBytes(StandardCharsets.UTF_8));
        }
        return log.size() + " events " + text(sha);
    }

    static String of(SchedulingDecision decision) {
        var placement = decision.getPlacement();
        return String.join(
                " ",
                decision.getRequestId(),
                decision.getAction() + (decision.getDryRun() ? "(dry-run)" : ""),
                decision.getVerdict().name(),
                placement == null ? "-" : placement.getRegion() + "@" + placement.getStartsAt(),
                reasons(decision),
                sha256(withoutTexts(decision)),
                sha256(decision));
    }

    private static String reasons(SchedulingDecision decision) {
        return decision.getReasons().stream()
                .map(reason -> reason.getCode() + ":" + reason.getRegion())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static SchedulingDecision withoutTexts(SchedulingDecision decision) {
        var copy = SchedulingDecision.newBuilder(decision).build();
        copy.getReasons().forEach(reason -> reason.setText(""));
        return copy;
    }

    static String of(Advisory advisory) {
        return String.join(
                " ",
                advisory.getRequestId(),
                advisory.getKind().name(),
                advisory.getRegion() + "@" + advisory.getRaisedAt(),
                String.valueOf(advisory.getSignal()),
                sha256(withoutText(advisory)),
                sha256(advisory));
    }

    private static Advisory withoutText(Advisory advisory) {
        var copy = Advisory.newBuilder(advisory).build();
        copy.setText("");
        return copy;
    }

    private static ByteBuffer bytes(FleetEvent event) {
        return event.visit(new FleetEvent.Visitor<>() {
            @Override
            public ByteBuffer requested(WorkloadRequest request) {
                return bytes(WorkloadRequest.getEncoder(), request);
            }

            @Override
            public ByteBuffer forecastIssued(RegionForecast forecast) {
                return bytes(RegionForecast.getEncoder(), forecast);
            }

            @Override
            public ByteBuffer profilePublished(FleetProfile profile) {
                return bytes(FleetProfile.getEncoder(), profile);
            }

            @Override
            public ByteBuffer profileRemoved() {
                return ByteBuffer.allocate(0);
            }
        });
    }

    private static <T> ByteBuffer bytes(BinaryMessageEncoder<T> encoder, T message) {
        try {
            return encoder.encode(message);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String sha256(SchedulingDecision decision) {
        return sha256(bytes(SchedulingDecision.getEncoder(), decision));
    }

    private static String sha256(Advisory advisory) {
        return sha256(bytes(Advisory.getEncoder(), advisory));
    }

    private static String sha256(ByteBuffer bytes) {
        var sha = sha256();
        sha.update(bytes);
        return text(sha);
    }

    private static String text(MessageDigest sha) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
