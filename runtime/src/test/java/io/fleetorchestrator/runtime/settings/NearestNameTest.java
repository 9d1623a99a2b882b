package io.fleetorchestrator.runtime.settings;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    @Property(tries = 200)
    void distanceIsSymmetricAndZeroOnlyForEqualWords(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        then(NearestName.distance(a, b)).isEqualTo(NearestName.distance(b, a));
        then(NearestName.distance(a, b) == 0).isEqualTo(a.equals(b));
    }

    @Test
    void countsInsertedRemovedAndReplacedLetters() {
        then(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void suggestsNothingForWordsFarFromAll() {
        then(NearestName.of("xyzzy", List.of("grace", "threads"))).isEmpty();
    }
}
