package io.doorward.decision;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Revision;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Questions and decisions are equal if everything in them is, and then have one hash. */
class EqualityTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Revision REVISION = new Revision("a", 1);

    @Test
    void questionsDifferByAnyPartOfThem() {
        assertAllDiffer(List.of(
                () -> Question.ofPrincipal("ann").action("view").on(Scope.DEVICE, "hall"),
                () -> Question.ofToken("ann").action("view").on(Scope.DEVICE, "hall"),
                () -> Question.ofPrincipal("bob").action("view").on(Scope.DEVICE, "hall"),
                () -> Question.ofPrincipal("ann").action("edit").on(Scope.DEVICE, "hall"),
                () -> Question.ofPrincipal("ann").action("view").on(Scope.WORKSPACE, "hall"),
                () -> Question.ofPrincipal("ann").action("view").on(Scope.DEVICE, "cellar"),
                () -> Question.ofPrincipal("ann")
                        .action("view")
                        .on(Scope.DEVICE, "hall")
                        .inWorkspace("plant"),
                () -> Question.ofPrincipal("ann")
                        .action("view")
                        .on(Scope.DEVICE, "hall")
                        .inWorkspace("office")));
    }

    @Test
    void decisionsDifferByAnyPartOfThem() {
        Reason missing = Reason.MISSING_PERMISSIONS;
        ClientReason client = ClientReason.MISSING_PERMISSIONS;
        assertAllDiffer(List.of(
                () -> Decision.of(missing, List.of(VIEW), REVISION, NOON, client),
                () -> Decision.of(Reason.CLAIM_CEILING, List.of(VIEW), REVISION, NOON, client),
                () -> Decision.of(missing, List.of(EDIT_BASICS), REVISION, NOON, client),
                () -> Decision.of(missing, List.of(VIEW), new Revision("a", 2), NOON, client),
                () -> Decision.of(missing, List.of(VIEW), REVISION, NOON.plusNanos(1), client),
                () -> Decision.of(missing, List.of(VIEW), REVISION, null, client),
                () -> Decision.of(missing, List.of(VIEW), REVISION, NOON, ClientReason.NOT_FOUND)));
    }

    @Test
    void aDecisionSaysInWordsWhatIsMissing() {
        assertThat(Decision.of(Reason.ALLOWED, List.of(), REVISION, null, ClientReason.ALLOWED))
                .hasToString("ALLOW");
        assertThat(Decision.of(Reason.NO_GRANT, List.of(), REVISION, null, ClientReason.NO_GRANT))
                .hasToString("DENY NO_GRANT");
        assertThat(Decision.of(
                        Reason.CLAIM_CEILING, List.of(VIEW, EDIT_BASICS), REVISION, null, ClientReason.CLAIM_CEILING))
                .hasToString("DENY CLAIM_CEILING [view, edit_basics]");
    }

    @Test
    void aQuestionInWordsKeepsTheTokenToItself() {
        assertThat(Question.ofToken("s3cret").action("view").device("hall"))
                .hasToString("a token: view on device hall");
        assertThat(Question.ofPrincipal("ann").action("view").device("hall").inWorkspace("plant"))
                .hasToString("ann: view on device hall in workspace plant");
    }

    private static void assertAllDiffer(List<Supplier<Object>> makers) {
        List<Object> all = makers.stream().map(Supplier::get).toList();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i)).isNotEqualTo("another thing").isNotEqualTo(null);
            for (int j = 0; j < all.size(); j++) {
                Object again = makers.get(j).get();
                assertThat(all.get(i).equals(again))
                        .as("%s, %s", all.get(i), again)
                        .isEqualTo(i == j);
            }
            assertThat(all.get(i)).hasSameHashCodeAs(makers.get(i).get());
        }
        assertThat(all.stream().mapToInt(Object::hashCode)).doesNotHaveDuplicates();
    }
}
