package io.fleetorchestrator.runtime.failure;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailureKindTest {

    @Test
    void bytesThatCannotBeReadArePoison() {
        then(FailureKind.of(new SerializationException("wrong magic byte"))).isEqualTo(FailureKind.POISON);
    }

    @Test
    void aRecordOnWhichOurCodeFailsIsPoison() {
        then(FailureKind.of(new IllegalStateException("negative power"))).isEqualTo(FailureKind.POISON);
    }

    @Test
    void outagesPassEvenIfTheyAreWrapped() {
        then(FailureKind.of(new SerializationException("cannot look up", new TimeoutException("registry"))))
                .isEqualTo(FailureKind.TRANSIENT);
        then(FailureKind.of(new StreamsException("failed", new StreamsException(new TimeoutException("broker")))))
                .isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void credentialsSettingsAndStateAreBrokenAndNotPoison() {
        then(FailureKind.of(new AuthenticationException("who are you?"))).isEqualTo(FailureKind.BROKEN);
        then(FailureKind.of(new ConfigException("no such registry"))).isEqualTo(FailureKind.BROKEN);
        then(FailureKind.of(new StreamsException("store is closed"))).isEqualTo(FailureKind.BROKEN);
    }

    @Test
    void ownStateThatCannotBeReadIsBroken() {
        then(FailureKind.of(new StateUnreadableException(
                        "region-state", "not Avro", new SerializationException("wrong magic byte"))))
                .isEqualTo(FailureKind.BROKEN);
    }

    @Test
    void anOutputThatCannotBeWrittenIsBroken() {
        then(FailureKind.of(new StreamsException("cannot serialize", new ClassCastException())))
                .isEqualTo(FailureKind.BROKEN);
    }

    @Test
    void errorsOfTheJvmAreBroken() {
        then(FailureKind.of(new OutOfMemoryError())).isEqualTo(FailureKind.BROKEN);
    }
}
