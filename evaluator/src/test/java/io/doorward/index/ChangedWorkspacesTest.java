package io.doorward.index;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The products and the claims of a workspace change from any to any others, while what its members hold stays as it is: an
 * index that was derived says the same as one that was compiled.
 */
class ChangedWorkspacesTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final List<Action> ACTIONS = List.of(Actions.DEVICE_VIEW, Actions.DEVICE_EDIT);
    private static final List<String> DEVICES = List.of("hall", "cellar", "foreign", "far");

    /** Numbers of products follow the order of their names: one that comes or goes before another shifts that one's. */
    @Test
    void productsComeAndGo() {
        List<Consumer<WorkspaceBuilder>> plants = new ArrayList<>();
        for (List<String> others : List.of(
                List.<String>of(),
                List.of("adapter"),
                List.of("tap"),
                List.of("adapter", "bridge"),
                List.of("bridge", "tap"))) {
            for (String ofCellar : others) {
                plants.add(plant -> {
                    others.forEach(plant::product);
                    plant.product("sensor")
                            .device("hall", hall -> hall.product("sensor"))
                            .device("cellar", cellar -> cellar.product(ofCellar));
                });
            }
            plants.add(plant -> {
                others.forEach(plant::product);
                plant.product("sensor")
                        .device("hall", hall -> hall.product("sensor"))
                        .device("cellar");
            });
        }
        assertAllDerived(plants);
    }

    @Test
    void claimsComeAndGoAndTheirCeilingsChange() {
        List<Consumer<WorkspaceBuilder>> plants = new ArrayList<>();
        List<List<Permission>> ceilings =
                List.of(List.of(), List.of(VIEW), List.of(EDIT_BASICS), List.of(VIEW, EDIT_BASICS));
        for (List<Permission> foreign : ceilings) {
            for (List<Permission> far : ceilings) {
                plants.add(plant -> {
                    plant.product("sensor").device("hall", hall -> hall.product("sensor"));
                    claim(plant, "foreign", foreign);
                    claim(plant, "far", far);
                });
            }
        }
        assertAllDerived(plants);
    }

    private static void claim(WorkspaceBuilder plant, String device, List<Permission> ceiling) {
        if (!ceiling.isEmpty()) {
            plant.claim(device, claim -> claim.ceiling(ceiling));
        }
    }

    private static void assertAllDerived(List<Consumer<WorkspaceBuilder>> plants) {
        for (int i = 0; i < plants.size(); i++) {
            for (int j = 0; j < plants.size(); j++) {
                Policy before = policy(plants.get(i));
                Policy after = policy(plants.get(j));
                Index old = Index.of(before);
                List<Boolean> then = answers(old);
                Index derived = old.next(PolicyDelta.between(before, after));
                IndexValidator.validate(derived);
                assertThat(answers(derived)).as("%d to %d", i, j).isEqualTo(answers(Index.of(after)));
                assertThat(answers(old)).as("%d to %d, before", i, j).isEqualTo(then);
            }
        }
    }

    private static List<Boolean> answers(Index index) {
        List<Boolean> answers = new ArrayList<>();
        for (String principal : List.of("ann", "ben")) {
            for (String device : DEVICES) {
                for (Action action : ACTIONS) {
                    answers.add(index.allows(
                            index.askerByPrincipal(principal), action, Scope.DEVICE, device, null, () -> NOON));
                }
            }
        }
        return answers;
    }

    /** Ann has the sensors, Ben has everything. */
    private static Policy policy(Consumer<WorkspaceBuilder> plant) {
        return Policy.builder()
                .user("ann")
                .user("ben")
                .workspace("works", works -> works.device("foreign").device("far"))
                .workspace("plant", workspace -> {
                    plant.accept(workspace);
                    workspace
                            .member("ann", ann -> ann.product("sensor", VIEW))
                            .member("ben", ben -> ben.allDevices(VIEW, EDIT_BASICS));
                })
                .build();
    }
}
