package io.doorward.admin;

import static io.doorward.problem.Problem.quoted;

import io.doorward.admin.Target.OnAllDevices;
import io.doorward.admin.Target.OnDevice;
import io.doorward.admin.Target.OnProduct;
import io.doorward.model.ProductId;
import io.doorward.model.WorkspaceId;
import io.doorward.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a written row gives that it did not give before. An immutable value.
 *
 * @param place of the change that wrote it
 * @param to who gets it, such as {@code member "bob"}
 * @param workspace in which
 * @param target on what
 * @param product of the device on which it is, if that has one in this workspace
 * @param gained which permissions, and when
 */
record Gift(
        String place,
        String to,
        WorkspaceId workspace,
        Target target,
        @Nullable ProductId product,
        TimedPermissions gained) {

    /** What of this the rows of a principal do not cover; null if nothing. */
    @Nullable
    Problem uncovered(Holding cover) {
        TimedPermissions rest = gained.minus(cover(cover));
        if (rest.isEmpty()) {
            return null;
        }
        String bare = target instanceof Target.OnWorkspace ? "a membership" : "access";
        Instant first = rest.first();
        return new Problem(
                place,
                "You need " + String.join(", ", rest.names(bare)) + target.words() + " in workspace "
                        + quoted(workspace.value()) + ", at " + first + " too, to give it to " + to + ".");
    }

    /** This, within some times only. */
    Gift during(Times times) {
        return new Gift(place, to, workspace, target, product, gained.during(times));
    }

    private TimedPermissions cover(Holding cover) {
        if (target instanceof OnAllDevices) {
            return cover.onAllDevices();
        } else if (target instanceof OnProduct one) {
            return cover.onProduct(one.product());
        } else if (target instanceof OnDevice one) {
            return cover.onDevice(one.device(), product);
        }
        return cover.onWorkspace();
    }
}
