package io.doorward.evaluator;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Question;
import io.doorward.model.Policy;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An explanation names every row that bears on the question, and no secret. */
class ExplanationTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final Evaluator evaluator = Evaluator.of(Policy.builder()
                    .user("ann", ann -> ann.token(TokenHash.ofClearText("s3cret")))
                    .user("bob", bob -> bob.suspended(true))
                    .workspace("north", north -> north.product("sensor")
                            .device("hall", hall -> hall.product("sensor"))
                            .device("cellar", cellar -> cellar.suspended(true))
                            .member("ann", ann -> ann.device("hall", VIEW))
                            .team("crew", crew -> crew.member("ann", row -> row.expiresAt(NOON.plusSeconds(60)))
                                    .permissions(RULES)
                                    .product("sensor", List.of(EDIT_BASICS), window -> window.notBefore(NOON))))
                    .workspace("south", south -> south.claim("hall", claim -> claim.ceiling(VIEW))
                            .suspended(true))
                    .build())
            .at(NOON);

    @Test
    void namesEverySourceWithItsWindowsAndEveryWorkspaceWithItsOutcome() {
        assertThat(evaluator
                        .explain(
                                Question.ofToken("s3cret").action("device.edit").device("hall"))
                        .text())
                .isEqualTo("""
                        ALLOW: a token of "ann" asks for "device.edit" on device "hall" at 2026-07-01T12:00:00Z
                        needs device edit_basics
                        suspended: workspace "south"
                        workspace "north": ALLOWED; member
                          grant on the device: view
                          team "crew", grant on the product: view, edit_basics from 2026-07-01T12:00:00Z; in the team until 2026-07-01T12:01:00Z
                          team "crew", permissions: rules; in the team until 2026-07-01T12:01:00Z
                        workspace "south" (claimed): NOT_A_MEMBER; neither owner nor member; the ceiling lets through view
                        holds until 2026-07-01T12:01:00Z""");
    }

    @Test
    void marksTheRowsThatDoNotCountAtThatInstant() {
        assertThat(evaluator
                        .at(NOON.minusNanos(1))
                        .explain(Question.ofPrincipal("ann")
                                .action("device.edit")
                                .device("hall"))
                        .text())
                .startsWith("DENY MISSING_PERMISSIONS: ")
                .contains("grant on the product: view, edit_basics from 2026-07-01T12:00:00Z; in the team until"
                        + " 2026-07-01T12:01:00Z (not live)")
                .contains("\nmissing: edit_basics\nholds until 2026-07-01T12:00:00Z");
    }

    @Test
    void namesWhatIsSuspended() {
        assertThat(evaluator
                        .explain(Question.ofPrincipal("ann")
                                .action("device.view")
                                .device("cellar"))
                        .text())
                .contains("DENY SUSPENDED")
                .contains("suspended: the device");
        assertThat(evaluator
                        .explain(Question.ofPrincipal("bob")
                                .action("device.view")
                                .device("hall"))
                        .text())
                .contains("DENY SUSPENDED")
                .contains("suspended: the principal");
    }

    @Test
    void keepsAnUnknownTokenAndHostileTextToItself() {
        assertThat(evaluator
                        .explain(Question.ofToken("hunter2").action("a\nb").device("x\u202Ey"))
                        .text())
                .isEqualTo("DENY UNKNOWN_TOKEN: somebody unknown asks for \"a\\u000ab\" on device \"x\\u202ey\" at"
                        + " 2026-07-01T12:00:00Z");
    }
}
