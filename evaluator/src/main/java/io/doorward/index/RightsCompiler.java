package io.doorward.index;

import io.doorward.model.DeviceId;
import io.doorward.model.Grant;
import io.doorward.model.ProductId;
import io.doorward.model.Rights;
import io.doorward.persistent.PersistentSortedMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Compiles what members and teams of one workspace hold. For one thread. */
final class RightsCompiler {

    private final GrantCompiler grants;
    private final ProductNumbers products;
    private final Windows windows;
    private final ToIntFunction<DeviceId> devices;
    private @Nullable RightsRow none;

    /**
     * Prepares to compile.
     *
     * @param windows is told of every window
     * @param devices the number of a device that is present in the workspace
     */
    RightsCompiler(GrantCompiler grants, ProductNumbers products, Windows windows, ToIntFunction<DeviceId> devices) {
        this.grants = grants;
        this.products = products;
        this.windows = windows;
        this.devices = devices;
    }

    /** What the codes of the rows mean that were compiled so far. */
    GrantCodes codes() {
        return grants.codes();
    }

    /** Nothing at all. */
    RightsRow none() {
        RightsRow row = none;
        if (row == null) {
            row = RightsRow.none(grants.codes());
            none = row;
        }
        return row;
    }

    /** Compiles all that is held. */
    RightsRow compile(Rights rights) {
        OnDevices onDevices = new OnDevices(
                GrantTable.sized(grants.codes().order, rights.devices().size()), null, null);
        for (Map.Entry<DeviceId, Grant> entry : rights.devices().entrySet()) {
            onDevices.put(devices.applyAsInt(entry.getKey()), entry.getValue());
        }
        return onDevices.freeze(rights);
    }

    /**
     * The row after a change, in which grants on devices that stay as they are cost no more than to copy an array.
     *
     * @param old the row of what was held before
     * @param touched is told each device on which the grant is another
     */
    RightsRow compile(RightsRow old, Rights before, Rights after, IntConsumer touched) {
        if (old.deviceCount() != before.devices().size()) {
            throw new IllegalStateException("Defect in the index: " + old.deviceCount() + " grants on devices were "
                    + before.devices().size());
        }
        OnDevices onDevices =
                new OnDevices(new GrantTable(grants.codes().order, old.entries, old.entryCount), old, before);
        PersistentSortedMap.copyOf(before.devices())
                .forEachDifference(PersistentSortedMap.copyOf(after.devices()), (id, was, is) -> {
                    int device = devices.applyAsInt(id);
                    if (is == null) {
                        onDevices.remove(device);
                    } else {
                        onDevices.put(device, is);
                    }
                    touched.accept(device);
                });
        return onDevices.freeze(after);
    }

    private @Nullable GrantRow row(@Nullable Grant grant) {
        return grant == null ? null : grants.row(grant, windows);
    }

    private @Nullable GrantRow[] byProduct(SortedMap<ProductId, Grant> onProducts) {
        if (onProducts.isEmpty()) {
            return RightsRow.NO_GRANTS;
        }
        @Nullable GrantRow[] rows = new GrantRow[products.size()];
        onProducts.forEach((product, grant) -> rows[products.of(product)] = grants.row(grant, windows));
        return rows;
    }

    /** The grants of one holder on single devices. */
    private final class OnDevices {

        private final GrantTable table;
        private final @Nullable RightsRow old;
        private final @Nullable Rights before;

        /** Those that lie apart; null as long as they are those of the old row, or none. */
        private @Nullable SortedMap<Integer, GrantRow> apart;

        OnDevices(GrantTable table, @Nullable RightsRow old, @Nullable Rights before) {
            this.table = table;
            this.old = old;
            this.before = before;
        }

        void put(int device, Grant grant) {
            int code = grants.codeOf(grant);
            if (GrantTable.takes(device)) {
                table.put(device, code);
            }
            if (code == GrantCodes.APART || !GrantTable.takes(device)) {
                apart().put(device, grants.row(grant, windows));
            } else {
                removeApart(device);
            }
        }

        void remove(int device) {
            if (GrantTable.takes(device)) {
                table.remove(device);
            }
            removeApart(device);
        }

        private void removeApart(int device) {
            if (apart != null || (old != null && old.apart(device) != null)) {
                apart().remove(device);
            }
        }

        private SortedMap<Integer, GrantRow> apart() {
            SortedMap<Integer, GrantRow> all = apart;
            if (all == null) {
                all = new TreeMap<>();
                if (old != null) {
                    for (int i = 0; i < old.apart.length; i++) {
                        all.put(old.apartDevices[i], old.apart[i]);
                    }
                }
                apart = all;
            }
            return all;
        }

        RightsRow freeze(Rights rights) {
            long workspaceMask = rights.permissions().closed().bits();
            GrantRow allDevices = row(rights.allDevices());
            @Nullable
            GrantRow[] onProducts =
                    old != null && before != null && before.products().equals(rights.products())
                            ? old.byProduct
                            : byProduct(rights.products());
            int[] apartDevices = old == null ? RightsRow.NO_DEVICES : old.apartDevices;
            GrantRow[] apartGrants = old == null ? RightsRow.NO_GRANTS : old.apart;
            if (apart != null) {
                apartDevices =
                        apart.keySet().stream().mapToInt(Integer::intValue).toArray();
                apartGrants = apart.values().toArray(new GrantRow[0]);
            }
            return new RightsRow(
                    workspaceMask,
                    allDevices,
                    onProducts,
                    grants.codes(),
                    table.entries(),
                    table.count(),
                    apartDevices,
                    apartGrants);
        }
    }
}
