package io.doorward.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.benchmarks.check.Contender;
import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeersTest {

    private static final long SEED = 17;
    private static final int QUESTIONS = 300;
    private static final Workload WORKLOAD = Workload.of(Size.S, SEED);

    @ParameterizedTest
    @EnumSource(Peer.class)
    void eachPeerIsRightAboutThePlainPart(Peer peer) {
        Contender asked = peer.of(WORKLOAD);
        Questions questions = WORKLOAD.questions(Kind.MIXED, QUESTIONS);
        for (int i = 0; i < QUESTIONS; i++) {
            assertThat(asked.allows(
                            questions.tokens()[i],
                            questions.actions()[i],
                            questions.devices()[i]))
                    .as("%s, question %d, seed %d", peer, i, SEED)
                    .isEqualTo(questions.allowedByOwnGrants()[i]);
        }
    }
}
