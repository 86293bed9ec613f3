package io.doorward.change;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;

import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Revision;
import io.doorward.model.TeamId;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.LinkMode;
import io.doorward.problem.Problem;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;

/** A small policy in which everything names something, for the tests of changes. */
final class Plant {

    static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    static final Revision NEXT = new Revision("plant", 1);

    static final WorkspaceId NORTH = new WorkspaceId("north");
    static final WorkspaceId SOUTH = new WorkspaceId("south");
    static final OrganizationId ACME = new OrganizationId("acme");
    static final PrincipalId ALICE = new PrincipalId("alice");
    static final PrincipalId BOB = new PrincipalId("bob");
    static final PrincipalId CAROL = new PrincipalId("carol");
    static final PrincipalId GATEWAY = new PrincipalId("gateway");
    static final PrincipalId SCREEN = new PrincipalId("screen");
    static final DeviceId HALL = new DeviceId("hall");
    static final DeviceId ROOF = new DeviceId("roof");
    static final ProductId SENSOR = new ProductId("sensor");
    static final TeamId SERVICE = new TeamId("service");
    static final TeamId NIGHT = new TeamId("night");

    private Plant() {}

    static Policy policy() {
        return Policy.builder()
                .user("alice", user -> user.email("alice@x").token(hash("alice's")))
                .user("bob", user -> user.email("bob@x").token(hash("bob's")))
                .user("carol", user -> user.email("carol@x"))
                .organization(
                        "acme", organization -> organization.owner("alice").admin("bob"))
                .workspace("north", north -> north.organization("acme")
                        .product("sensor")
                        .device("hall", hall -> hall.product("sensor"))
                        .device("roof")
                        .apiUser("gateway", gateway -> gateway.token(hash("gateway's"))
                                .device("hall", RECORD_MEASUREMENTS))
                        .member("bob", bob -> bob.permissions(MEMBERS).device("hall", EDIT_BASICS))
                        .team(
                                "service",
                                team -> team.member("bob").team("night").device("hall", EDIT_BASICS))
                        .team("night", team -> team.member("gateway").product("sensor"))
                        .invite("dora@x", invite -> invite.invitedBy("bob").device("hall", EDIT_BASICS))
                        .offer("hall", hash("code"), offer -> offer.openedBy("bob")))
                .workspace("south", south -> south.claim("hall")
                        .member("carol", carol -> carol.device("hall", RECORD_MEASUREMENTS)))
                .publicLink(
                        "screen",
                        screen -> screen.device("hall").mode(LinkMode.READ).token(hash("screen's")))
                .build();
    }

    static TokenHash hash(String secret) {
        return TokenHash.ofClearText(secret);
    }

    static Transition apply(Change... changes) {
        return apply(policy(), changes);
    }

    static Transition apply(Policy policy, Change... changes) {
        return ChangeSet.of(changes).applyTo(policy, NEXT, Actor.HOST, NOW);
    }

    /** All that is wrong, a line each, or the empty list if nothing is. */
    static List<String> problems(Change... changes) {
        try {
            apply(changes);
            return List.of();
        } catch (ChangeRefusedException refused) {
            return refused.problems().stream().map(Problem::toString).toList();
        }
    }
}
