package io.fleetorchestrator.reliability.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Texts that Avro allows and no reader expects. Most are appended to the existing text, because the first characters of some
 * fields identify the record of a decision.
 */
final class AbsurdText {

    /** One is within the mebibyte that topics accept; three of them are not. */
    private static final int HUGE = 400_000;

    /** Each becomes six characters when control characters are escaped. */
    private static final int HUGE_CONTROL = 150_000;

    private AbsurdText() {}

    static List<Change> changes() {
        return Stream.concat(replacements(), additions()).toList();
    }

    private static Stream<Change> replacements() {
        return Stream.of(
                Change.to("empty", ""),
                Change.to("blank", " \t "),
                Change.to("a zero character", "\0"),
                Change.to("null in words", "null"));
    }

    private static Stream<Change> additions() {
        return Stream.of(
                added("300 characters longer", "x".repeat(300).getBytes(UTF_8)),
                huge("400,000 characters longer", noise()),
                huge(
                        "150,000 control characters longer",
                        "\u0001".repeat(HUGE_CONTROL).getBytes(UTF_8)),
                added("with terminal escapes", "\u001b]0;pwned\u0007\u001b[31mRED".getBytes(UTF_8)),
                added("with line ends", "\r\n2026-01-01 ERROR forged\u2028\u0085".getBytes(UTF_8)),
                added("with right-to-left overrides", "\u202emoc.live\u2066".getBytes(UTF_8)),
                added("with a lone surrogate", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                added("with bytes that are no UTF-8", new byte[] {(byte) 0xff, (byte) 0xc0, 0x20}),
                added("with markup", "\"';--<script>alert(1)</script>{{7*7}}${jndi:ldap://x}".getBytes(UTF_8)));
    }

    private static Change added(String how, byte[] tail) {
        return new Change("", how, false, value -> joined(value, tail));
    }

    private static Change huge(String how, byte[] tail) {
        return new Change("", how, true, value -> joined(value, tail));
    }

    private static Utf8 joined(@Nullable Object value, byte[] tail) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(String.valueOf(value).getBytes(UTF_8));
        bytes.writeBytes(tail);
        return new Utf8(bytes.toByteArray());
    }

    /** Letters that do not compress well. */
    private static byte[] noise() {
        var random = new SplittableRandom(1);
        var letters = new byte[HUGE];
        for (int at = 0; at < HUGE; at++) {
            letters[at] = (byte) random.nextInt('a', 'z' + 1);
        }
        return letters;
    }
}
