package io.doorward.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest {

    @ParameterizedTest
    @ValueSource(strings = {"device.edit", "", "*", "no such action\n", "\ud800"})
    void anyTextNamesAnAction(String name) {
        Action action = Action.named(name);

        assertThat(action.name()).isEqualTo(name);
        assertThat(action).hasToString(name).isEqualTo(Action.named(name)).hasSameHashCodeAs(Action.named(name));
        assertThat(action.isDefined()).isFalse();
        assertThat(action.scope()).isEmpty();
        assertThat(action.definedBy()).isNull();
    }

    @Test
    void anActionThatIsOnlyNamedDoesNotSayWhatItTakes() {
        Action action = Action.named("device.edit");
        List<Function<Action, Object>> questions = List.of(
                Action::devicePermissions,
                Action::workspacePermissions,
                Action::organizationPermissions,
                Action::owningWorkspaceOnly,
                Action::ownerOnly);
        for (Function<Action, Object> question : questions) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> question.apply(action))
                    .withMessageContaining("look it up in a catalogue");
        }
    }

    @Test
    void anActionIsAskedOnTheScopeThatItIsDefinedForAndOnNoOther() {
        for (Scope scope : Scope.values()) {
            assertThat(Action.named("device.edit").isAskedOn(scope)).isFalse();
            assertThat(Actions.DEVICE_EDIT.isAskedOn(scope)).isEqualTo(scope == Scope.DEVICE);
            assertThat(define(b -> b.workspaceAction("x", a -> {})).isAskedOn(scope))
                    .isEqualTo(scope == Scope.WORKSPACE);
        }
    }

    @Test
    void anActionHasAName() {
        assertThatNullPointerException().isThrownBy(() -> Action.named(null));
    }

    @Test
    void aNamedActionIsNotADefinedOne() {
        assertThat(Action.named("device.edit")).isNotEqualTo(Actions.DEVICE_EDIT);
        assertThat(Actions.DEVICE_EDIT)
                .isNotEqualTo(Action.named("device.edit"))
                .isNotEqualTo(null);
    }

    @Test
    void definedActionsAreEqualIfTheirDefinitionsAre() {
        Action action = define(b -> b.deviceAction("x", a -> a.device("a").workspace("a")));

        assertThat(define(b -> b.deviceAction("x", a -> a.device("a").workspace("a"))))
                .isNotSameAs(action)
                .isEqualTo(action)
                .hasSameHashCodeAs(action);
        assertThat(define(b -> b.deviceAction("x", a -> a.device("a")))).isNotEqualTo(action);
        assertThat(define(b -> b.deviceAction("x", a -> a.workspace("a")))).isNotEqualTo(action);
        assertThat(define(b ->
                        b.deviceAction("x", a -> a.device("a").workspace("a").owningWorkspaceOnly())))
                .isNotEqualTo(action);
        assertThat(define(b -> b.deviceAction("y", a -> a.device("a").workspace("a"))))
                .isNotEqualTo(action);
    }

    @Test
    void actionsOfTwoScopesWithTheSameNeedsAreTwo() {
        assertThat(define(b -> b.deviceAction("x", a -> a.workspace("a"))))
                .isNotEqualTo(define(b -> b.workspaceAction("x", a -> a.workspace("a"))));
        assertThat(define(b -> b.organizationAction("x", a -> a.ownerOnly())))
                .isNotEqualTo(define(b -> b.organizationAction("x", a -> {})));
        assertThat(define(b -> b.organizationAction("x", a -> a.organization("a"))))
                .isNotEqualTo(define(b -> b.organizationAction("x", a -> {})));
    }

    private static Action define(Consumer<Catalogue.Builder> action) {
        Catalogue.Builder builder = Catalogue.builder()
                .devicePermission("a")
                .workspacePermission("a")
                .organizationPermission("a");
        action.accept(builder);
        return builder.build().actions().get(0);
    }
}
