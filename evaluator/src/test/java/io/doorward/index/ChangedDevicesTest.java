package io.doorward.index;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PolicyDelta;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A device comes, goes, moves, is claimed, suspended or led to by a link, at once or by way of not being there, so that its
 * number is free for another one: an index that was derived says the same as one that was compiled.
 */
class ChangedDevicesTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final String UUID = "0189abcd-ef01-7234-89ab-cdef01234567";
    private static final List<String> DEVICES = List.of("hall", UUID, "unknown");
    private static final List<Action> ACTIONS =
            List.of(Actions.DEVICE_VIEW, Actions.DEVICE_EDIT, Actions.DEVICE_EDIT_PRODUCT, Actions.DEVICE_DELETE);

    /** What is said of devices: of those that the plant has, of those that the office has, and by links. */
    private record State(
            String name,
            Consumer<WorkspaceBuilder> plant,
            Consumer<WorkspaceBuilder> office,
            Consumer<PolicyBuilder> links) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final State NOTHING = state("no device", plant -> {});

    private static final List<State> ALL = List.of(
            NOTHING,
            state("hall", plant -> plant.device("hall")),
            state("hall, suspended", plant -> plant.device("hall", hall -> hall.suspended(true))),
            state("hall with a product", plant -> plant.device("hall", hall -> hall.product("sensor"))),
            state("hall with another product", plant -> plant.device("hall", hall -> hall.product("valve"))),
            state("a UUID", plant -> plant.device(UUID)),
            state("a UUID, suspended", plant -> plant.device(UUID, device -> device.suspended(true))),
            state("both", plant -> plant.device(UUID).device("hall")),
            moved("hall in the office", office -> office.device("hall")),
            moved("a UUID in the office", office -> office.device(UUID)),
            moved("a UUID in the office with a product", office -> office.device(UUID, d -> d.product("sensor"))),
            claimed("hall, claimed", "hall"),
            claimed("a UUID, claimed", UUID),
            linked("hall with a link", "hall"),
            linked("a UUID with a link", UUID));

    private static State state(String name, Consumer<WorkspaceBuilder> plant) {
        return new State(name, plant, office -> {}, links -> {});
    }

    private static State moved(String name, Consumer<WorkspaceBuilder> office) {
        return new State(name, plant -> {}, office, links -> {});
    }

    private static State claimed(String name, String device) {
        return new State(
                name,
                plant -> plant.device(device),
                office -> office.claim(device, claim -> claim.ceiling(VIEW)),
                links -> {});
    }

    private static State linked(String name, String device) {
        return new State(
                name,
                plant -> plant.device(device),
                office -> {},
                policy -> policy.publicLink(
                        "link",
                        link -> link.device(device).mode(LinkMode.READ).token(TokenHash.ofClearText("secret"))));
    }

    @Test
    void oneStateFollowsAnyOther() {
        Successions.ofTwo(ALL, ChangedDevicesTest::assertDerived);
    }

    @Test
    void aNumberThatIsFreeIsGivenToAnyOther() {
        Successions.through(NOTHING, ALL, ChangedDevicesTest::assertDerived);
    }

    private static void assertDerived(List<State> states) {
        Policy policy = policy(states.get(0));
        Index index = Index.of(policy);
        for (State state : states.subList(1, states.size())) {
            Policy next = policy(state);
            index = index.next(PolicyDelta.between(policy, next));
            policy = next;
            IndexValidator.validate(index);
            assertThat(told(index)).as("%s", states).isEqualTo(told(Index.of(policy)));
        }
    }

    private static List<String> told(Index index) {
        List<String> told = new ArrayList<>();
        for (Asker asker :
                List.of(index.askerByPrincipal("ann"), index.askerByPrincipal("bob"), index.askerByToken("secret"))) {
            for (Action action : ACTIONS) {
                for (String device : DEVICES) {
                    told.add(index.explain(asker, action, Scope.DEVICE, device, null, NOON)
                            .text());
                }
                told.add(index.devices(asker, action, null, NOON).items().toString());
            }
        }
        return told;
    }

    private static Policy policy(State state) {
        PolicyBuilder policy = Policy.builder()
                .workspace("plant", plant -> {
                    plant.product("sensor").product("valve").apiUser("ann", ann -> ann.allDevices(RECORD_MEASUREMENTS)
                            .product("sensor", EDIT_BASICS));
                    state.plant.accept(plant);
                })
                .workspace("office", office -> {
                    office.product("sensor").apiUser("bob", bob -> bob.allDevices(EDIT_BASICS));
                    state.office.accept(office);
                });
        state.links.accept(policy);
        return policy.build();
    }
}
