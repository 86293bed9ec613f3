package io.doorward.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollisionsTest {

    private static final long SEED = 5;

    @ParameterizedTest
    @EnumSource(CommonHash.class)
    void theTextsDifferAndHaveOneHash(CommonHash hash) {
        List<String> texts = new Collisions(hash, SEED).texts(10);
        assertThat(texts).hasSize(1024).doesNotHaveDuplicates();
        assertThat(texts.stream().map(hash::of).distinct()).hasSize(1);
    }

    @Test
    void theHashesAreThoseOfTheFunctions() {
        assertThat(CommonHash.STRING.of("doorward")).isEqualTo("doorward".hashCode());
        assertThat(CommonHash.FNV.of("foobar")).isEqualTo(0xBF9CF968); // from the authors' table
    }

    @Test
    void theQuestionsNameKnownAndUnknownTexts() {
        ChosenKeys keys = ChosenKeys.against(CommonHash.STRING, SEED);
        Questions questions = keys.questions(1000);
        assertThat(questions.allowed()).contains(true, false);
        assertThat(new HashSet<>(List.of(questions.devices()))).hasSizeGreaterThan(500);
        assertThat(keys.devices()).hasSize(4096).doesNotContainAnyElementsOf(keys.tokens());
    }
}
