package io.doorward.admin;

import static io.doorward.problem.Problem.quoted;

import io.doorward.admin.Course.Place;
import io.doorward.admin.Target.OnDevice;
import io.doorward.change.Change;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.permission.PermissionSet;
import org.jspecify.annotations.Nullable;

/**
 * Rights that a change hands to another workspace, whose rows will say who gets them: by an offer its ceiling, by a move every
 * permission on the device. They are asked for when the change is made, as an offer may be gone at the end of the set.
 */
final class PromisedRights {

    private PromisedRights() {}

    /** What a change promises; null if nothing. */
    static @Nullable Gift of(Change change, String place, Course course, Policy policy) {
        if (change instanceof OpenOffer one) {
            return gift(
                    place,
                    "whoever accepts the offer of device " + quoted(one.device().value()),
                    course.owning(one.device()),
                    one.device(),
                    course.ceilingOf(one));
        } else if (change instanceof MoveDevice one) {
            return gift(
                    place,
                    "workspace " + quoted(one.workspace().value()),
                    course.owning(one.device()),
                    one.device(),
                    policy.catalogue().device().all());
        }
        return null;
    }

    /** A ceiling, closed already, without end. */
    static @Nullable Gift gift(
            String place, String to, @Nullable Place owning, DeviceId device, PermissionSet permissions) {
        return owning == null
                ? null
                : new Gift(
                        place,
                        to,
                        owning.workspace(),
                        new OnDevice(device),
                        owning.product(),
                        TimedPermissions.of(permissions, Times.ALWAYS, Times.ALWAYS));
    }
}
