package io.fleetorchestrator.runtime.failure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Adds the reason to the headers of dead letters, and cuts dead letters that are too large. */
final class ReasonHeader {

    private ReasonHeader() {}

    static List<ProducerRecord<byte[], byte[]>> added(String reason, List<ProducerRecord<byte[], byte[]>> letters) {
        return letters.stream()
                .map(DeadLetterSize::bounded)
                .map(letter -> {
                    letter.headers().add(DeadLetters.REASON_HEADER, reason.getBytes(StandardCharsets.UTF_8));
                    return letter;
                })
                .toList();
    }
}
