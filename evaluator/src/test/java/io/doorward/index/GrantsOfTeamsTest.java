package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.oracle.Oracle;
import io.doorward.permission.Action;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What teams hold on a device is kept with the device, and nothing of it is left from before: scenes change at random, also
 * where codes of sets of permissions begin anew. Checks are compared with the oracle. Run again with the seed printed.
 */
class GrantsOfTeamsTest {

    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int HISTORIES = Integer.getInteger("doorward.histories", 6);
    private static final int STEPS = 25;

    private static final List<Action> ACTIONS = TeamScene.CATALOGUE.actions().stream()
            .filter(action -> action.isAskedOn(Scope.DEVICE))
            .toList();

    @Test
    void aCheckKnowsWhatTeamsHoldAfterAnyChange() {
        System.out.printf("GrantsOfTeamsTest: -Ddoorward.seed=%d -Ddoorward.histories=%d%n", SEED, HISTORIES);
        int[] allowed = {0};
        for (int i = 0; i < HISTORIES; i++) {
            follow(SEED + i, allowed);
        }
        assertThat(allowed[0]).isPositive();
    }

    private static void follow(long seed, int[] allowed) {
        TeamScene scene = new TeamScene(seed);
        Policy policy = scene.policy();
        Index index = Index.of(policy);
        for (int step = 0; step < STEPS; step++) {
            String where = "-Ddoorward.seed=" + seed + ", step " + step;
            assertRight(index, policy, where, allowed);
            for (int changes = 1 + scene.random.nextInt(5); changes > 0; changes--) {
                scene.change();
            }
            Policy next = scene.policy();
            index = scene.random.nextInt(6) == 0 ? anew(index, next) : index.next(PolicyDelta.between(policy, next));
            policy = next;
            IndexValidator.validate(index);
        }
    }

    private static Index anew(Index before, Policy policy) {
        IndexBuilder builder = new IndexBuilder(before, TeamScene.CATALOGUE);
        policy.workspaces().values().forEach(builder::workspace);
        policy.users().values().forEach(builder::user);
        return builder.build(policy.revision());
    }

    private static void assertRight(Index index, Policy policy, String where, int[] allowed) {
        Oracle oracle = new Oracle(policy);
        for (Instant at : List.of(TeamScene.NOON.minusSeconds(1), TeamScene.NOON)) {
            for (int i = 0; i < TeamScene.DEVICES; i++) {
                for (String member : TeamScene.MEMBERS) {
                    for (Action action : ACTIONS) {
                        Asked asked = new Asked(member, action, TeamScene.device(i), at);
                        boolean right = asked.rightAnswer(oracle);
                        allowed[0] += right ? 1 : 0;
                        assertThat(asked.answerByHandles(index))
                                .as("%s, by handles: %s", where, asked)
                                .isEqualTo(right);
                        assertThat(asked.answerByTexts(index))
                                .as("%s, by texts: %s", where, asked)
                                .isEqualTo(right);
                    }
                }
            }
        }
    }

    private record Asked(String member, Action action, String device, Instant at) {

        boolean rightAnswer(Oracle oracle) {
            Question question =
                    Question.ofPrincipal(member).action(action.name()).device(device);
            return oracle.answer(question, at).reason() == Reason.ALLOWED;
        }

        boolean answerByHandles(Index index) {
            return index.allows(
                    index.askerByPrincipal(member), action, index.knownDevice(device), InstantSource.fixed(at));
        }

        boolean answerByTexts(Index index) {
            return index.allows(TeamScene.token(member), action, device, InstantSource.fixed(at));
        }
    }
}
