package io.doorward.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import java.time.Instant;
import java.util.List;

/** One hand-made policy, asked by a test at noon. */
final class Asking {

    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    static final Instant BEFORE = NOON.minusNanos(1);

    private final Oracle oracle;

    private Asking(Policy policy) {
        oracle = new Oracle(policy);
    }

    static Asking of(PolicyBuilder policy) {
        return new Asking(policy.build());
    }

    void allows(Question question) {
        assertThat(oracle.answer(question, NOON))
                .isEqualTo(new Answer(Reason.ALLOWED, List.of(), ClientReason.ALLOWED));
    }

    /** Denies, and a client is told so. */
    void denies(Question question, Reason reason, String... missing) {
        denies(question, reason, ClientReason.valueOf(reason.name()), missing);
    }

    /** Denies, and a client is told this. */
    void denies(Question question, Reason reason, ClientReason forClient, String... missing) {
        Answer answer = oracle.answer(question, NOON);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.missing()).extracting(permission -> permission.name()).containsExactly(missing);
        assertThat(answer.forClient()).isEqualTo(forClient);
    }

    Oracle oracle() {
        return oracle;
    }
}
