package io.fleetorchestrator.runtime.text;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

    private static final String HOSTILE = "\u001b]0;pwned\u0007\u001b[31mRED";

    @Test
    void escapesControlCharacters() {
        then(Visible.text(HOSTILE)).isEqualTo("\\u001b]0;pwned\\u0007\\u001b[31mRED");
        then(Visible.text("one\r\ntwo\tthree")).isEqualTo("one\\u000d\\u000atwo\\u0009three");
    }

    @Test
    void doesNotChangeOrdinaryText() {
        then(Visible.text("Zürich → 12 °C, ☃ 😀 עברית")).isEqualTo("Zürich → 12 °C, ☃ 😀 עברית");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 8, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0x200f, 0x61c
            })
    void leavesNoHiddenCharacter(int character) {
        var text = "a" + Character.toString(character) + "b";

        then(Visible.text(text)).isEqualTo("a\\u%04xb".formatted(character));
        then(Visible.lines(text)).isEqualTo("a\\u%04xb".formatted(character));
        then(Visible.colouredLines(text)).isEqualTo("a\\u%04xb".formatted(character));
    }

    @Test
    void keepsLineEnds() {
        then(Visible.lines("one\n\ttwo\r\u001b[1m")).isEqualTo("one\n\ttwo\\u000d\\u001b[1m");
    }

    @Test
    void keepsColoursAndNoOtherTerminalSequences() {
        then(Visible.colouredLines("\u001b[32m✔\u001b[0m ready")).isEqualTo("\u001b[32m✔\u001b[0m ready");
        then(Visible.colouredLines("\u001b[2J\u001b]0;x\u0007\u001b[3"))
                .isEqualTo("\\u001b[2J\\u001b]0;x\\u0007\\u001b[3");
        then(Visible.colouredLines("\u001b")).isEqualTo("\\u001b");
    }
}
