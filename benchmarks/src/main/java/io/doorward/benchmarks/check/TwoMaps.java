package io.doorward.benchmarks.check;

import static java.util.Objects.requireNonNull;

import io.doorward.benchmarks.workload.Workload;
import io.doorward.model.Device;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: what somebody writes in an afternoon. A hash table of tokens in clear, one of devices, and an int map for
 * each principal. It knows nothing of teams, claims and windows: every grant holds, and only where the device is owned.
 */
public final class TwoMaps implements Contender {

    private static final int NONE = -1;

    private final Map<String, Holder> holders = new HashMap<>();
    private final Map<String, Thing> things = new HashMap<>();
    private int workspaces;

    /** Of a workload. */
    public TwoMaps(Workload workload) {
        workload.forEach(this::add);
    }

    private void add(Workspace workspace, Map<PrincipalId, String> tokens) {
        int number = workspaces++;
        for (Device device : workspace.devices().values()) {
            things.put(device.id().value(), new Thing(things.size(), number, product(workspace, device.product())));
        }
        for (Member member : workspace.members().values()) {
            holders.put(requireNonNull(tokens.get(member.principal())), holder(workspace, number, member));
        }
    }

    @Override
    public boolean allows(String token, Action action, String device) {
        Holder holder = holders.get(token);
        Thing thing = things.get(device);
        if (holder == null || thing == null || holder.workspace != thing.workspace) {
            return false;
        }
        long rights = holder.onAllDevices | holder.onDevices.get(thing.number);
        if (thing.product == holder.product) { // where both are none, there is no grant either
            rights |= holder.onProduct;
        }
        return (action.devicePermissions().bits() & ~rights) == 0
                && (action.workspacePermissions().bits() & ~holder.workspaceMask) == 0;
    }

    /** Gives a grant on a device, in the place of the one that was there; nobody may ask meanwhile. */
    public void grant(String token, String device, Permission permission) {
        Holder holder = requireNonNull(holders.get(token));
        holder.onDevices.put(requireNonNull(things.get(device)).number, (int)
                Catalogue.defaults().device().of(List.of(permission)).asGrant().bits());
    }

    private Holder holder(Workspace workspace, int number, Member member) {
        Masks onDevices = new Masks(member.rights().devices().size());
        member.rights().devices().forEach((device, grant) -> {
            Thing thing = things.get(device.value());
            if (thing != null && thing.workspace == number) {
                onDevices.put(thing.number, mask(grant));
            }
        });
        int product = NONE;
        int onProduct = 0;
        for (Map.Entry<ProductId, Grant> grant : member.rights().products().entrySet()) {
            product = product(workspace, grant.getKey());
            onProduct = mask(grant.getValue());
        }
        Grant onAllDevices = member.rights().allDevices();
        return new Holder(
                number,
                member.rights().permissions().closed().bits(),
                onAllDevices == null ? 0 : mask(onAllDevices),
                product,
                onProduct,
                onDevices);
    }

    private static int product(Workspace workspace, @Nullable ProductId product) {
        return product == null
                ? NONE
                : List.copyOf(workspace.products().keySet()).indexOf(product);
    }

    private static int mask(Grant grant) {
        return (int) grant.permissions().asGrant().bits();
    }

    private record Thing(int number, int workspace, int product) {}

    private record Holder(
            int workspace, long workspaceMask, int onAllDevices, int product, int onProduct, Masks onDevices) {}

    /** An int map: open addressing, key and value side by side. */
    private static final class Masks {

        private static final int MIX = 0x9E3779B9; // 2^32 divided by the golden ratio
        private static final int FREE = -1;

        private int[] slots;
        private int mask;
        private int size;

        Masks(int expected) {
            makeRoom(Integer.highestOneBit(Math.max(1, expected)) << 2);
        }

        private void makeRoom(int capacity) {
            slots = new int[2 * capacity];
            mask = capacity - 1;
            for (int i = 0; i < slots.length; i += 2) {
                slots[i] = FREE;
            }
        }

        void put(int key, int value) {
            int slot = slot(key);
            if (slots[slot] == FREE && 2 * ++size > mask) {
                grow();
                slot = slot(key);
            }
            slots[slot] = key;
            slots[slot + 1] = value;
        }

        private void grow() {
            int[] before = slots;
            makeRoom(before.length);
            for (int i = 0; i < before.length; i += 2) {
                if (before[i] != FREE) {
                    int slot = slot(before[i]);
                    slots[slot] = before[i];
                    slots[slot + 1] = before[i + 1];
                }
            }
        }

        int get(int key) {
            int slot = slot(key);
            return slots[slot] == key ? slots[slot + 1] : 0;
        }

        private int slot(int key) {
            int i = ((key * MIX) >>> Short.SIZE) & mask;
            while (slots[2 * i] != key && slots[2 * i] != FREE) {
                i = (i + 1) & mask;
            }
            return 2 * i;
        }
    }
}
