package io.doorward.benchmarks.check;

import static java.util.Objects.requireNonNull;

import io.doorward.benchmarks.workload.Workload;
import io.doorward.model.Device;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The floor: what a check costs at least. One table of {@code long}s, with open addressing, from a principal and a device,
 * both numbers that the caller holds, to the set of actions that are allowed. It knows the grants of principals on single
 * devices that their workspace owns, and nothing else.
 *
 * <p>At a small size nearly all of its time goes into jumps that the processor did not foresee, so that there are few of
 * them: the table is at most a third full, and the answer is computed without any.
 */
public final class Floor {

    private static final long MIX = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio
    private static final int ACTION_BITS = 20;
    private static final int DEVICE_BITS = 24;
    private static final int SLOTS_PER_ENTRY = 3;
    private static final long FREE = 0; // no entry is 0, for principals count from 1

    private final Map<String, Integer> principals = new HashMap<>();
    private final Map<String, Integer> devices = new HashMap<>();
    private final List<Action> actions = Catalogue.defaults().actions().stream()
            .filter(action -> action.isAskedOn(Scope.DEVICE))
            .toList();
    private long[] slots = new long[2];
    private int mask = 1;
    private int shift = Long.SIZE - 1;
    private int size;

    /** Of a workload. */
    public Floor(Workload workload) {
        workload.forEach(this::add);
    }

    private void add(Workspace workspace, Map<PrincipalId, String> tokens) {
        for (Device device : workspace.devices().values()) {
            devices.put(device.id().value(), devices.size());
        }
        for (Member member : workspace.members().values()) {
            int principal = 1 + principals.size();
            principals.put(requireNonNull(tokens.get(member.principal())), principal);
            long inWorkspace = member.rights().permissions().closed().bits();
            member.rights().devices().forEach((device, grant) -> {
                if (workspace.devices().containsKey(device)) {
                    long onDevice = grant.permissions().asGrant().bits();
                    put(principal, device(device.value()), allowed(onDevice, inWorkspace));
                }
            });
        }
    }

    private int allowed(long onDevice, long inWorkspace) {
        int allowed = 0;
        for (Action action : actions) {
            if ((action.devicePermissions().bits() & ~onDevice) == 0
                    && (action.workspacePermissions().bits() & ~inWorkspace) == 0) {
                allowed |= 1 << action(action);
            }
        }
        return allowed;
    }

    /** The number of the holder of a token; one that nobody has if there is none. */
    public int principal(String token) {
        return principals.getOrDefault(token, 0);
    }

    /** The number of a device; one that no device has if there is none. */
    public int device(String id) {
        return devices.getOrDefault(id, devices.size());
    }

    /** The number of an action on devices. */
    public int action(Action action) {
        return actions.indexOf(action);
    }

    /** Whether a principal may do something on a device, all by number. */
    public boolean allows(int principal, int device, int action) {
        long key = key(principal, device);
        long[] table = slots;
        int i = (int) ((key * MIX) >>> shift);
        long entry = table[i];
        long difference = (entry >>> ACTION_BITS) ^ key;
        // Negative where the slot holds neither the key that is sought nor nothing.
        while (((difference | -difference) & (entry | -entry)) < 0) {
            i = (i + 1) & mask;
            entry = table[i];
            difference = (entry >>> ACTION_BITS) ^ key;
        }
        // The bit of the action, where the difference is 0.
        return ((entry >>> action) & ~((difference | -difference) >> (Long.SIZE - 1)) & 1) != 0;
    }

    private static long key(int principal, int device) {
        return ((long) principal << DEVICE_BITS) | device;
    }

    private void put(int principal, int device, int allowed) {
        if (SLOTS_PER_ENTRY * (size + 1) > slots.length) {
            grow();
        }
        size++;
        place((key(principal, device) << ACTION_BITS) | allowed);
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        mask = slots.length - 1;
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots.length);
        for (long entry : before) {
            if (entry != FREE) {
                place(entry);
            }
        }
    }

    private void place(long entry) {
        int i = (int) (((entry >>> ACTION_BITS) * MIX) >>> shift);
        while (slots[i] != FREE) {
            i = (i + 1) & mask;
        }
        slots[i] = entry;
    }
}
