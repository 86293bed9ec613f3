package io.doorward.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.json.PolicyJson;
import org.junit.jupiter.api.Test;

/** The generator itself. */
class GeneratorTest {

    private static final int WORLDS = 300;

    @Test
    void aSeedGivesOneWorld() {
        for (long seed = 0; seed < WORLDS; seed++) {
            assertThat(PolicyGenerator.world(seed)).isEqualTo(PolicyGenerator.world(seed));
        }
    }

    @Test
    void everyWorldIsTheSameAfterItWasWrittenAndRead() {
        for (long seed = 0; seed < WORLDS; seed++) {
            String json = PolicyJson.toJson(PolicyGenerator.world(seed).policy());
            assertThat(PolicyJson.read(json))
                    .as("world %d", seed)
                    .isEqualTo(PolicyGenerator.world(seed).policy());
            assertThat(PolicyJson.toJson(PolicyJson.read(json))).isEqualTo(json);
        }
    }
}
