package io.doorward.admin;

import io.doorward.admin.Target.OnAllDevices;
import io.doorward.admin.Target.OnDevice;
import io.doorward.admin.Target.OnProduct;
import io.doorward.model.Grant;
import io.doorward.model.Rights;
import io.doorward.permission.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * The rights of one row, and when the row works. An immutable value.
 *
 * @param rights of a member, a team or an invite
 * @param when the times at which they count
 */
record HeldRights(Rights rights, Times when) {

    /** What this gives on a target, by itself; the bare right of a workspace comes by no rights. */
    TimedPermissions on(Target target, Catalogue catalogue) {
        if (target instanceof OnAllDevices) {
            return granted(rights.allDevices(), catalogue);
        }
        if (target instanceof OnProduct one) {
            return granted(rights.products().get(one.product()), catalogue);
        }
        if (target instanceof OnDevice one) {
            return granted(rights.devices().get(one.device()), catalogue);
        }
        return TimedPermissions.of(rights.permissions().closed(), Times.NEVER, when);
    }

    private TimedPermissions granted(@Nullable Grant grant, Catalogue catalogue) {
        if (grant == null) {
            return TimedPermissions.none(catalogue.device());
        }
        Times live = when.intersect(Times.of(grant.window()));
        return TimedPermissions.of(grant.permissions().asGrant(), live, live);
    }
}
