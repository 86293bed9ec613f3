package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_EDIT;
import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.Actions.WORKSPACE_EDIT;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.explain.Explanation;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.token.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the evaluator's own surface promises; that its answers are right is the oracle's business. */
class EvaluatorTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final DeviceId HALL = new DeviceId("hall");
    private static final WorkspaceId NORTH = new WorkspaceId("north");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource clock = now::get;

    private static PolicyBuilder policy() {
        return Policy.builder()
                .user("ann", ann -> ann.token(TokenHash.ofClearText("anns"), t -> t.expiresAt(NOON.plusSeconds(60))))
                .user("bob", bob -> bob.token(TokenHash.ofClearText("bobs")))
                .workspace("north", north -> north.device("hall")
                        .device("cellar", cellar -> cellar.suspended(true))
                        .member("ann", ann -> ann.device("hall", EDIT_BASICS)));
    }

    private final Evaluator evaluator = Evaluator.of(policy().build(), clock);

    @Test
    void goesByTheClockThatItWasGiven() {
        assertThat(evaluator.allows("anns", DEVICE_EDIT, "hall")).isTrue();
        now.set(NOON.plusSeconds(60));
        assertThat(evaluator.allows("anns", DEVICE_EDIT, "hall")).isFalse();
        assertThat(evaluator.check("anns", DEVICE_EDIT, "hall").reason()).isEqualTo(Reason.TOKEN_EXPIRED);
        assertThat(evaluator.at(NOON).allows("anns", DEVICE_EDIT, "hall")).isTrue();
    }

    @Test
    void aDecisionHoldsUntilItsWindowCloses() {
        assertThat(evaluator.check("anns", DEVICE_EDIT, "hall").holdsUntil()).contains(NOON.plusSeconds(60));
        assertThat(evaluator
                        .check(evaluator.subject(new PrincipalId("ann")), DEVICE_EDIT, HALL)
                        .holdsUntil())
                .isEmpty();
    }

    @Test
    void aDecisionNamesTheRevisionThatWasAsked() {
        Revision revision = new Revision("lineage", 7);
        Evaluator of7 = Evaluator.of(policy().revision(revision).build());
        assertThat(of7.revision()).isEqualTo(revision);
        assertThat(of7.check("anns", DEVICE_EDIT, "hall").revision()).isEqualTo(revision);
    }

    @Test
    void aSubjectDiesWithItsTokenThoughItsPrincipalLives() {
        Subject byToken = evaluator.subject("anns");
        Subject byPrincipal = evaluator.subject(new PrincipalId("ann"));
        now.set(NOON.plusSeconds(60));
        assertThat(evaluator.check(byToken, DEVICE_EDIT, HALL).reason()).isEqualTo(Reason.TOKEN_EXPIRED);
        assertThat(evaluator.allows(byPrincipal, DEVICE_EDIT, HALL)).isTrue();
    }

    @Test
    void aSubjectOfAnotherEvaluatorIsLookedUpAnew() {
        Subject ann = evaluator.subject("anns");
        Evaluator without = Evaluator.of(
                Policy.builder()
                        .user("ann")
                        .workspace("north", north -> north.device("hall")
                                .member("ann", m -> m.device("hall", EDIT_BASICS)))
                        .build(),
                clock);
        assertThat(without.check(ann, DEVICE_EDIT, HALL).reason()).isEqualTo(Reason.UNKNOWN_TOKEN);
        assertThat(without.allows(evaluator.subject(new PrincipalId("ann")), DEVICE_EDIT, HALL))
                .isTrue();
    }

    @Test
    void aSubjectThatWasUnknownStaysUnknown() {
        Evaluator empty = Evaluator.of(Policy.builder().build(), clock);
        Subject nobody = empty.subject("anns");
        Subject noPrincipal = empty.subject(new PrincipalId("ann"));
        assertThat(nobody.principal()).isEmpty();
        assertThat(evaluator.check(nobody, DEVICE_EDIT, HALL).reason()).isEqualTo(Reason.UNKNOWN_TOKEN);
        assertThat(evaluator.check(noPrincipal, DEVICE_EDIT, HALL).reason()).isEqualTo(Reason.UNKNOWN_PRINCIPAL);
    }

    @Test
    void anActionOfAnotherCatalogueGoesByItsName() {
        Action foreign = Catalogue.builder()
                .workspaceAction("device.edit", action -> {})
                .deviceAction("device.view", action -> {})
                .build()
                .action("device.view")
                .orElseThrow();
        assertThat(evaluator.allows("anns", foreign, "hall")).isTrue();
        assertThat(evaluator.allows("anns", Action.named("device.edit"), "hall"))
                .isTrue();
        assertThat(evaluator.check("anns", Action.named("fly"), "hall").reason())
                .isEqualTo(Reason.UNKNOWN_ACTION);
        assertThat(evaluator.check("anns", WORKSPACE_EDIT, "hall").reason()).isEqualTo(Reason.UNKNOWN_ACTION);
    }

    @Test
    void whatCanBeNoIdIsUnknownAndNoError() {
        for (String id : new String[] {"", " ", "x".repeat(100_000), "\uD800", "a\u0000", "HALL", "hall "}) {
            assertThat(evaluator.check("anns", DEVICE_VIEW, id).reason()).isEqualTo(Reason.UNKNOWN_DEVICE);
            assertThat(evaluator.allows("anns", DEVICE_VIEW, id)).isFalse();
        }
        for (String token : new String[] {"", "x".repeat(100_000), "\uD800", "anns ", "Anns"}) {
            assertThat(evaluator.check(token, DEVICE_VIEW, "hall").reason()).isEqualTo(Reason.UNKNOWN_TOKEN);
            assertThat(evaluator.allows(token, DEVICE_VIEW, "hall")).isFalse();
        }
    }

    @Test
    void toAnOutsiderTheUnknownTheForeignAndTheSuspendedLookTheSame() {
        for (String device : new String[] {"hall", "cellar", "none"}) {
            assertThat(evaluator.check("bobs", DEVICE_VIEW, device).forClient()).isEqualTo(ClientReason.NOT_FOUND);
        }
        Subject bob = evaluator.subject("bobs");
        assertThat(evaluator.check(bob, WORKSPACE_EDIT, NORTH).forClient()).isEqualTo(ClientReason.NOT_FOUND);
        assertThat(evaluator.check(bob, WORKSPACE_EDIT, new WorkspaceId("none")).forClient())
                .isEqualTo(ClientReason.NOT_FOUND);
        assertThat(evaluator
                        .check(bob, Action.named("organization.view"), new OrganizationId("none"))
                        .forClient())
                .isEqualTo(ClientReason.NOT_FOUND);
        assertThat(evaluator.check("none", DEVICE_VIEW, "hall").forClient()).isEqualTo(ClientReason.UNAUTHENTICATED);
    }

    @Test
    void aTokenWithCharactersThatShareALowByteIsAnotherToken() {
        String latin = "token-a";
        String alias = "token-\u0161";
        Evaluator one = Evaluator.of(Policy.builder()
                .user("ann", ann -> ann.token(TokenHash.ofClearText(latin)))
                .workspace("w", w -> w.device("da").device("d\u0161").member("ann", m -> m.device("da", VIEW)))
                .build());
        assertThat(one.allows(latin, DEVICE_VIEW, "da")).isTrue();
        assertThat(one.allows(latin, DEVICE_VIEW, "d\u0161")).isFalse();
        assertThat(one.check(alias, DEVICE_VIEW, "da").reason()).isEqualTo(Reason.UNKNOWN_TOKEN);
    }

    @Test
    void tokensOfEveryLengthAndScriptAreHashedAsUtf8() {
        for (String token :
                new String[] {"a", "é", "€", "\uD83D\uDE00", "x".repeat(1024), "\uD83D\uDE00".repeat(1024)}) {
            Evaluator one = Evaluator.of(Policy.builder()
                    .user("ann", ann -> ann.token(TokenHash.ofClearText(token)))
                    .build());
            assertThat(one.subject(token).principal()).contains(new PrincipalId("ann"));
        }
    }

    @Test
    void whatFollowsNothingIsNeverStaleAndWaitsForNothing() throws InterruptedException {
        Revision revision = evaluator.revision();
        assertThat(evaluator.staleness()).isZero();
        assertThat(evaluator.isStale()).isFalse();
        assertThat(evaluator.await(revision, Duration.ZERO)).isTrue();
        assertThat(evaluator.await(new Revision(revision.lineage(), revision.number() + 1), Duration.ZERO))
                .isFalse();
        assertThat(evaluator.await(new Revision("another", revision.number()), Duration.ZERO))
                .isFalse();
        evaluator.close();
        assertThat(evaluator.allows("anns", DEVICE_EDIT, "hall")).isTrue();
    }

    @Test
    void aPageHasAtLeastOneItem() {
        Subject ann = evaluator.subject("anns");
        assertThat(evaluator.devices(ann, DEVICE_EDIT, null, 1).items()).containsExactly(HALL);
        assertThat(evaluator.principals(DEVICE_EDIT, HALL, null, 1).items()).containsExactly(new PrincipalId("ann"));
        assertThatThrownBy(() -> evaluator.devices(ann, DEVICE_EDIT, null, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> evaluator.principals(DEVICE_EDIT, HALL, null, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void handlesAndExplanationsAreReadable() {
        assertThat(evaluator.device(HALL)).hasToString("DeviceHandle[hall]");
        Explanation explanation =
                evaluator.explain(Question.ofToken("anns").action("device.edit").device("hall"));
        assertThat(explanation).hasToString(explanation.text());
    }

    @Test
    void nullsAreTheHostsMistake() {
        assertThatNullPointerException().isThrownBy(() -> evaluator.allows(null, DEVICE_VIEW, "hall"));
        assertThatNullPointerException().isThrownBy(() -> evaluator.allows("anns", null, "hall"));
        assertThatNullPointerException().isThrownBy(() -> evaluator.allows("anns", DEVICE_VIEW, null));
        assertThatNullPointerException().isThrownBy(() -> evaluator.allows("nobodys", null, "hall"));
        assertThatNullPointerException().isThrownBy(() -> evaluator.allows("nobodys", DEVICE_VIEW, null));
        assertThatNullPointerException().isThrownBy(() -> Question.ofToken(null));
        assertThatNullPointerException().isThrownBy(() -> Evaluator.of(null));
    }

    @Test
    void secretsAreInNoText() {
        assertThat(evaluator.subject("anns")).hasToString("Subject[ann]");
        assertThat(Question.ofToken("anns").action("device.view").device("hall"))
                .hasToString("a token: device.view on device hall");
        assertThat(evaluator.check("anns", DEVICE_VIEW, "hall").toString()).doesNotContain("anns");
    }

    @Test
    void onlyAQuestionAboutADeviceHasAContext() {
        assertThatIllegalStateException().isThrownBy(() -> Question.ofPrincipal("ann")
                .action("workspace.view")
                .workspace("w")
                .inWorkspace("w"));
    }
}
