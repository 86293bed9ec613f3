package io.doorward.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.doorward.decision.Reason;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.Grant;
import io.doorward.model.Policy;
import io.doorward.model.Rights;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {

    private static final long SEED = 7;
    private static final int QUESTIONS = 5000;
    private static final Workload WORKLOAD = Workload.of(Size.S, SEED);
    private static final Policy POLICY = WORKLOAD.policy();
    private static final Evaluator EVALUATOR = Evaluator.of(POLICY);

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "NESTED")
    void theEvaluatorAgreesWithTheAnswersOfTheWorkload(Kind kind) {
        Questions questions = WORKLOAD.questions(kind, QUESTIONS);
        for (int i = 0; i < QUESTIONS; i++) {
            String token = questions.tokens()[i];
            String device = questions.devices()[i];
            assertThat(EVALUATOR.allows(token, questions.actions()[i], device))
                    .as("allows: question %d of %s, seed %d", i, kind, SEED)
                    .isEqualTo(questions.allowed()[i]);
            assertThat(EVALUATOR.check(token, questions.actions()[i], device).allowed())
                    .as("check: question %d of %s, seed %d", i, kind, SEED)
                    .isEqualTo(questions.allowed()[i]);
        }
    }

    @Test
    void theMixIsThatOfTheSpecification() {
        Questions questions = WORKLOAD.questions(Kind.MIXED, QUESTIONS);
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        for (int i = 0; i < QUESTIONS; i++) {
            reasons.merge(
                    EVALUATOR
                            .check(
                                    questions.tokens()[i],
                                    questions.actions()[i],
                                    questions.devices()[i])
                            .reason(),
                    1,
                    Integer::sum);
        }
        assertThat(percent(reasons, Reason.ALLOWED)).isCloseTo(50, within(3.0));
        assertThat(percent(reasons, Reason.NOT_A_MEMBER)).isCloseTo(10, within(2.0));
        assertThat(percent(reasons, Reason.UNKNOWN_TOKEN)).isCloseTo(2, within(1.0));
        assertThat(percent(reasons, Reason.UNKNOWN_DEVICE)).isCloseTo(2, within(1.0));
        assertThat(reasons).containsKeys(Reason.NO_GRANT, Reason.EXPIRED, Reason.MISSING_PERMISSIONS);
    }

    private static double percent(Map<Reason, Integer> reasons, Reason reason) {
        return 100.0 * reasons.getOrDefault(reason, 0) / QUESTIONS;
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DENIED", "UNKNOWN_TOKEN", "UNKNOWN_DEVICE", "OVER_LONG"})
    void kindsOfDenialsAllowNothing(Kind kind) {
        assertThat(WORKLOAD.questions(kind, QUESTIONS).allowed()).doesNotContain(true);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"OWN_GRANT_OR_NOT", "TEAM_OR_NOT", "CLAIM_OR_NOT"})
    void halfOfTheAnswersThatNobodyForeseesAreNo(Kind kind) {
        boolean[] allowed = WORKLOAD.questions(kind, QUESTIONS).allowed();
        int yes = 0;
        for (boolean answer : allowed) {
            yes += answer ? 1 : 0;
        }
        assertThat(100.0 * yes / QUESTIONS).isCloseTo(50, within(3.0));
    }

    @Test
    void questionsInOtherScriptsAreOnesThatExistAndOnesThatDoNot() {
        Questions questions = WORKLOAD.questions(Kind.NON_LATIN_1, QUESTIONS);
        assertThat(questions.devices()).noneMatch(Texts::isLatin1);
        assertThat(questions.allowed()).contains(true, false);
    }

    @Test
    void theSameSeedGivesTheSame() {
        Workload again = Workload.of(Size.S, SEED);
        assertThat(again.policy()).isEqualTo(POLICY);
        Questions first = WORKLOAD.questions(Kind.MIXED, QUESTIONS);
        Questions second = again.questions(Kind.MIXED, QUESTIONS);
        assertThat(second.tokens()).isEqualTo(first.tokens());
        assertThat(second.actions()).isEqualTo(first.actions());
        assertThat(second.devices()).isEqualTo(first.devices());
        assertThat(Workload.of(Size.S, SEED + 1).policy()).isNotEqualTo(POLICY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ALLOWED", "OWN_GRANT", "TEAM", "CLAIM", "FIRST_GRANT", "MIDDLE_GRANT", "LAST_GRANT"})
    void kindsOfAllowedQuestionsDenyNothing(Kind kind) {
        assertThat(WORKLOAD.questions(kind, QUESTIONS).allowed()).doesNotContain(false);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TEAM", "CLAIM"})
    void whatATeamOrAClaimAllowsNothingElseDoes(Kind kind) {
        assertThat(WORKLOAD.questions(kind, QUESTIONS).allowedByDeviceGrants()).doesNotContain(true);
    }

    @Test
    void theStreamIsThePolicy() {
        assertThat(WORKLOAD.source().read()).isEqualTo(POLICY);
        for (Workspace workspace : POLICY.workspaces().values()) {
            assertThat(WORKLOAD.source().workspace(workspace.id()).workspace()).contains(workspace);
        }
        assertThat(WORKLOAD.source().workspace(new WorkspaceId("workspace-10")).workspace())
                .isEmpty();
    }

    @Test
    void noTwoQuestionsShareAText() {
        Questions questions = WORKLOAD.questions(Kind.MIXED, QUESTIONS);
        Set<String> texts = Collections.newSetFromMap(new IdentityHashMap<>());
        Collections.addAll(texts, questions.tokens());
        Collections.addAll(texts, questions.devices());
        assertThat(texts).hasSize(2 * QUESTIONS);
    }

    @Test
    void thePolicyHasTheShapeOfItsSize() {
        List<Grant> ofPrincipals = new ArrayList<>();
        List<Grant> ofTeams = new ArrayList<>();
        List<Device> devices = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (Workspace workspace : POLICY.workspaces().values()) {
            assertThat(workspace.apiUsers()).hasSize(20);
            assertThat(workspace.products()).hasSize(10);
            assertThat(workspace.teams().values()).hasSize(5).allSatisfy(team -> {
                assertThat(team.members()).hasSize(10);
                assertThat(team.rights().devices()).hasSize(20);
            });
            workspace.members().values().forEach(member -> addAll(member.rights(), ofPrincipals));
            workspace.teams().values().forEach(team -> addAll(team.rights(), ofTeams));
            devices.addAll(workspace.devices().values());
            claims.addAll(workspace.claims().values());
        }
        assertThat(ofPrincipals).hasSize(10 * 20 * 20);
        assertThat(ofTeams).hasSize(10 * 5 * 20);
        assertThat(devices).hasSize(1000);
        assertThat(claims).hasSize(20);
        assertThat(ofPrincipals.stream().filter(grant -> !grant.window().isAlways()))
                .hasSizeBetween(20, 60);
    }

    private static void addAll(Rights rights, List<Grant> grants) {
        if (rights.allDevices() != null) {
            grants.add(rights.allDevices());
        }
        grants.addAll(rights.products().values());
        grants.addAll(rights.devices().values());
    }
}
