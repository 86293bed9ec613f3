package io.doorward.admin;

import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder.MemberHolder;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.Policy;
import io.doorward.model.Workspace;
import io.doorward.permission.PermissionSet;

/** Grants on a device that only take away from the one that stood there. */
final class NarrowedGrant {

    private NarrowedGrant() {}

    static boolean isOne(GrantDevice change, Policy before) {
        Workspace workspace = before.workspaces().get(change.workspace());
        Member member = workspace != null && change.holder() instanceof MemberHolder one
                ? workspace.members().get(one.principal())
                : null;
        Grant old = member == null ? null : member.rights().devices().get(change.device());
        PermissionSet permissions = PermissionLists.device(change.permissions(), before.catalogue());
        return old != null
                && old.permissions().asGrant().containsAll(permissions.asGrant())
                && Times.of(change.window()).minus(Times.of(old.window())).isEmpty();
    }
}
