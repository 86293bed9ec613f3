package io.doorward.benchmarks.workload;

import static java.util.Objects.requireNonNull;

import io.doorward.model.ApiUserBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.TeamBuilder;
import io.doorward.model.WindowBuilder;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Builds the policy that a plan describes. */
final class PlannedPolicy {

    private PlannedPolicy() {}

    /** All of it. */
    static Policy of(Plan plan) {
        PolicyBuilder policy = Policy.builder();
        for (int i = 0; i < plan.size().workspaces; i++) {
            PlannedWorkspace planned = plan.workspace(i);
            policy.workspace(planned.id, workspace -> fill(workspace, planned, Part.ALL));
        }
        return policy.build();
    }

    /** One workspace, as it is in the whole policy, or in a part of it. */
    static Workspace workspace(PlannedWorkspace planned, Part part) {
        PolicyBuilder policy = Policy.builder();
        policy.workspace(planned.id, workspace -> fill(workspace, planned, part));
        // A workspace is checked as a part of a policy: whoever owns the devices that it has claimed has to be there.
        planned.claimed.stream()
                .collect(Collectors.groupingBy(PlannedDevice::owner))
                .forEach((owner, devices) -> policy.workspace(
                        PlannedWorkspace.id(owner),
                        workspace -> devices.forEach(device -> workspace.device(device.id()))));
        return requireNonNull(policy.build().workspaces().get(new WorkspaceId(planned.id)));
    }

    /** Adds all that belongs to a workspace. */
    static void fill(WorkspaceBuilder workspace, PlannedWorkspace plan, Part part) {
        for (int i = 0; i < PlannedWorkspace.PRODUCTS; i++) {
            workspace.product(product(i));
        }
        plan.owned.forEach(
                device -> workspace.device(device.id(), details -> details.product(product(device.product()))));
        plan.claimed.forEach(device -> workspace.claim(device.id(), claim -> claim.ceiling(Plan.CEILING)));
        if (part.includes(Part.PRINCIPALS)) {
            plan.principals.forEach(principal -> workspace.apiUser(principal.id, user -> fill(user, principal, part)));
        }
        if (part.includes(Part.ALL)) {
            plan.teams.forEach(team -> workspace.team(team.id, details -> fill(details, team)));
        }
    }

    private static void fill(ApiUserBuilder user, PlannedPrincipal plan, Part part) {
        user.token(TokenHash.ofClearText(plan.token)).permissions(plan.workspacePermissions);
        for (int i = 1; i < part.tokens(); i++) {
            user.token(TokenHash.ofClearText(plan.token + "-" + i));
        }
        if (part.includes(Part.GRANTS)) {
            grant(plan.own, new Grants(user::allDevices, user::product, user::device));
        }
    }

    private static void fill(TeamBuilder team, PlannedTeam plan) {
        plan.members.forEach(member -> team.member(member.id));
        if (plan.inner != null) {
            team.team(plan.inner.id);
        }
        grant(plan.rights, new Grants(team::allDevices, team::product, team::device));
    }

    private static void grant(PlannedRights rights, Grants to) {
        PlannedGrant grant = rights.onAllDevices;
        if (grant != null) {
            to.onAll.add(grant.permissions(), window(grant));
        }
        grant = rights.onProduct;
        if (grant != null) {
            to.onProduct.add(product(rights.product), grant.permissions(), window(grant));
        }
        rights.forEach((device, onDevice) -> to.onDevice.add(device.id(), onDevice.permissions(), window(onDevice)));
    }

    private static Consumer<WindowBuilder> window(PlannedGrant grant) {
        return window -> {
            if (grant.window().notBefore() != null) {
                window.notBefore(grant.window().notBefore());
            }
            if (grant.window().expiresAt() != null) {
                window.expiresAt(grant.window().expiresAt());
            }
        };
    }

    private static String product(int number) {
        return "product-" + number;
    }

    /** The three methods by which an API user and a team alike are granted rights. */
    private record Grants(OnAll onAll, OnOne onProduct, OnOne onDevice) {}

    private interface OnAll {
        void add(List<Permission> permissions, Consumer<WindowBuilder> window);
    }

    private interface OnOne {
        void add(String id, List<Permission> permissions, Consumer<WindowBuilder> window);
    }
}
