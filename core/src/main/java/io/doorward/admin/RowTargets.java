package io.doorward.admin;

import io.doorward.admin.Target.OnAllDevices;
import io.doorward.admin.Target.OnDevice;
import io.doorward.admin.Target.OnProduct;
import io.doorward.admin.Target.OnWorkspace;
import io.doorward.model.Rights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row may give or take when it takes the place of another. */
final class RowTargets {

    private RowTargets() {}

    /**
     * The targets on which two rows may differ; all of the second one if the times differ at which they work, or if there
     * was none. O(d log n) for d targets that differ, where the times are the same.
     */
    static List<Target> changed(@Nullable HeldRights old, HeldRights row) {
        List<Target> targets = new ArrayList<>();
        if (row.when().isEmpty()) {
            return targets;
        }
        targets.add(new OnWorkspace());
        targets.add(new OnAllDevices());
        Rights rights = row.rights();
        if (old == null || !old.when().equals(row.when())) {
            rights.products().keySet().forEach(product -> targets.add(new OnProduct(product)));
            rights.devices().keySet().forEach(device -> targets.add(new OnDevice(device)));
        } else {
            Rights oldRights = old.rights();
            WrittenRows.changed(oldRights.products(), rights.products())
                    .forEach(product -> targets.add(new OnProduct(product)));
            WrittenRows.changed(oldRights.devices(), rights.devices())
                    .forEach(device -> targets.add(new OnDevice(device)));
        }
        return targets;
    }
}
