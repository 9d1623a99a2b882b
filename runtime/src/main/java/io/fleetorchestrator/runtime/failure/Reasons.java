package io.fleetorchestrator.runtime.failure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes the reason onto dead letters, beside the headers Kafka Streams gives them, and sees that they can be sent. */
final class Reasons {

    private Reasons() {}

    static List<ProducerRecord<byte[], byte[]>> added(String reason, List<ProducerRecord<byte[], byte[]>> letters) {
        return letters.stream()
                .map(LetterSize::bounded)
                .map(letter -> {
                    letter.headers().add(DeadLetters.REASON_HEADER, reason.getBytes(StandardCharsets.UTF_8));
                    return letter;
                })
                .toList();
    }
}
