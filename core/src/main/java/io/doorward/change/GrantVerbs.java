package io.doorward.change;

import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.GrantProduct;
import io.doorward.change.GrantChange.RevokeAllDevices;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.GrantChange.RevokeProduct;
import io.doorward.change.Holder.MemberHolder;
import io.doorward.change.Holder.TeamHolder;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.WorkspaceEditor;
import io.doorward.model.WorkspaceId;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.Problem;
import java.util.function.UnaryOperator;

/** How the grants of members and teams change. */
final class GrantVerbs {

    private GrantVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(GrantDevice.class, (change, edit) -> {
                    Grant grant = edit.grant(change.permissions(), change.window());
                    edit(
                            change.workspace(),
                            change.holder(),
                            edit,
                            rights -> rights.withDevices(
                                    PersistentSortedMap.copyOf(rights.devices()).plus(change.device(), grant)));
                })
                .on(GrantProduct.class, (change, edit) -> {
                    Grant grant = edit.grant(change.permissions(), change.window());
                    edit(
                            change.workspace(),
                            change.holder(),
                            edit,
                            rights -> rights.withProducts(PersistentSortedMap.copyOf(rights.products())
                                    .plus(change.product(), grant)));
                })
                .on(GrantAllDevices.class, (change, edit) -> {
                    Grant grant = edit.grant(change.permissions(), change.window());
                    edit(change.workspace(), change.holder(), edit, rights -> rights.withAllDevices(grant));
                })
                .on(
                        RevokeDevice.class,
                        (change, edit) -> edit(change.workspace(), change.holder(), edit, rights -> {
                            require(
                                    rights.devices().containsKey(change.device()),
                                    "device " + Edit.quoted(change.device()),
                                    edit);
                            return rights.withDevices(
                                    PersistentSortedMap.copyOf(rights.devices()).minus(change.device()));
                        }))
                .on(
                        RevokeProduct.class,
                        (change, edit) -> edit(change.workspace(), change.holder(), edit, rights -> {
                            require(
                                    rights.products().containsKey(change.product()),
                                    "product " + Problem.quoted(change.product().value()),
                                    edit);
                            return rights.withProducts(PersistentSortedMap.copyOf(rights.products())
                                    .minus(change.product()));
                        }))
                .on(
                        RevokeAllDevices.class,
                        (change, edit) -> edit(change.workspace(), change.holder(), edit, rights -> {
                            require(rights.allDevices() != null, "all devices", edit);
                            return rights.withAllDevices(null);
                        }));
    }

    private static void require(boolean isGranted, String on, Edit edit) {
        if (!isGranted) {
            edit.problem("There is no grant on " + on + " to take back.");
        }
    }

    private static void edit(WorkspaceId id, Holder holder, Edit edit, UnaryOperator<Rights> change) {
        WorkspaceEditor workspace = edit.workspace(id);
        if (workspace == null) {
            return;
        }
        if (holder instanceof MemberHolder one) {
            Member member = MemberVerbs.member(workspace, one.principal(), edit);
            if (member != null) {
                workspace.put(new Member(member.principal(), change.apply(member.rights()), member.window()));
            }
        } else if (holder instanceof TeamHolder one) {
            Team team = TeamVerbs.team(workspace, one.team(), edit);
            if (team != null) {
                workspace.put(team.withRights(change.apply(team.rights())));
            }
        }
    }
}
