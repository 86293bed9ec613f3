package io.doorward.index;

import io.doorward.index.persistent.KeyedPermutation;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a member by itself, or a team, holds in one workspace.
 *
 * <p>Grants on devices lie in a {@link GrantTable} of one {@code int} each; what a grant with a window carries lies <i>apart</i>,
 * in two arrays side by side, sorted by the device's number, and its {@code int} says so. A look-up costs the same for each of
 * a thousand grants, and no choice of ids can make it slow. Products are few, so their grants lie in an array by product
 * number.
 *
 * <p>A grant is <i>steady</i> if it has no window: what steady grants give is known without a clock.
 *
 * <p>Invariant: {@code apartDevices} is strictly ascending and as long as {@code apart}; the devices that have the code {@link
 * GrantCodes#APART} in the table are these, but for those whose number is too large for it.
 */
final class RightsRow {

    static final int[] NO_DEVICES = {};
    static final GrantRow[] NO_GRANTS = {};

    /** Workspace permissions, closed. */
    final long workspaceMask;

    final @Nullable GrantRow allDevices;
    final @Nullable GrantRow[] byProduct;

    /** What the codes of {@code entries} mean. */
    final GrantCodes codes;

    /** See {@link GrantTable}. */
    final int[] entries;

    final int entryCount;
    final int[] apartDevices;
    final GrantRow[] apart;

    /** Whether any grant here has a window. */
    final boolean isTimed;

    RightsRow(
            long workspaceMask,
            @Nullable GrantRow allDevices,
            @Nullable GrantRow[] byProduct,
            GrantCodes codes,
            int[] entries,
            int entryCount,
            int[] apartDevices,
            GrantRow[] apart) {
        this.workspaceMask = workspaceMask;
        this.allDevices = allDevices;
        this.byProduct = byProduct;
        this.codes = codes;
        this.entries = entries;
        this.entryCount = entryCount;
        this.apartDevices = apartDevices;
        this.apart = apart;
        isTimed = isTimed(allDevices) || isAnyTimed(byProduct) || isAnyTimed(apart);
    }

    /** Nothing at all. */
    static RightsRow none(GrantCodes codes) {
        return new RightsRow(0, null, NO_GRANTS, codes, GrantTable.EMPTY, 0, NO_DEVICES, NO_GRANTS);
    }

    private static boolean isAnyTimed(@Nullable GrantRow[] grants) {
        for (GrantRow grant : grants) {
            if (isTimed(grant)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a grant on the device has a window. */
    boolean isTimed(int device, int product) {
        return isTimed && (isTimed(allDevices) || isTimed(onProduct(product)) || isTimed(apart(device)));
    }

    private static boolean isTimed(@Nullable GrantRow grant) {
        return grant != null && !grant.window.isAlways();
    }

    /** Whether there are grants on more than single devices. */
    boolean hasWideGrants() {
        return allDevices != null || byProduct.length > 0;
    }

    /** How many devices there are grants on. */
    int deviceCount() {
        int count = entryCount;
        for (int i = apartDevices.length - 1; i >= 0 && !GrantTable.takes(apartDevices[i]); i--) {
            count++;
        }
        return count;
    }

    /**
     * The union of the steady grants on a device.
     *
     * @param code the device's, see {@link #code}
     */
    long steadyMask(int code, int product) {
        return steadyWideMask() | codes.mask(code) | (byProduct.length == 0 ? 0 : steadyMask(onProduct(product)));
    }

    /** What a steady grant on all devices gives. */
    long steadyWideMask() {
        return steadyMask(allDevices);
    }

    private static long steadyMask(@Nullable GrantRow grant) {
        return grant != null && grant.window.isAlways() ? grant.mask : 0;
    }

    /** Whether there may be more on the device than what {@link #steadyMask} says. */
    boolean isMoreThanSteady(int code, int product) {
        return code == GrantCodes.APART || (isTimed && (isTimed(allDevices) || isTimed(onProduct(product))));
    }

    /** The union of the live grants on the device, before a ceiling. */
    long liveMask(int device, int product, long second, int nano) {
        long mask = wideMask(product, second, nano);
        int code = code(device);
        return mask | (code == GrantCodes.APART ? apartMask(device, second, nano) : codes.mask(code));
    }

    /** The same without grants on single devices. */
    long wideMask(int product, long second, int nano) {
        long mask = 0;
        GrantRow grant = allDevices;
        if (grant != null && grant.isLive(second, nano)) {
            mask = grant.mask;
        }
        grant = onProduct(product);
        if (grant != null && grant.isLive(second, nano)) {
            mask |= grant.mask;
        }
        return mask;
    }

    /** The mask of a grant that lies apart and is live. */
    long apartMask(int device, long second, int nano) {
        GrantRow grant = apart(device);
        return grant != null && grant.isLive(second, nano) ? grant.mask : 0;
    }

    GrantState state(int device, int product, long second, int nano) {
        return wideState(product, second, nano).max(state(onDevice(device), second, nano));
    }

    /** The same without grants on single devices. */
    GrantState wideState(int product, long second, int nano) {
        return state(allDevices, second, nano).max(state(onProduct(product), second, nano));
    }

    /** The state of a grant that lies apart. */
    GrantState apartState(int device, long second, int nano) {
        return state(apart(device), second, nano);
    }

    private static GrantState state(@Nullable GrantRow grant, long second, int nano) {
        if (grant == null) {
            return GrantState.NONE;
        }
        return grant.isLive(second, nano) ? GrantState.LIVE : GrantState.OUT_OF_WINDOW;
    }

    @Nullable
    GrantRow onProduct(int product) {
        return product >= 0 && product < byProduct.length ? byProduct[product] : null;
    }

    @Nullable
    GrantRow onDevice(int device) {
        int code = code(device);
        if (code == GrantCodes.NONE) {
            return null;
        }
        return code == GrantCodes.APART ? apart(device) : codes.grant(code);
    }

    /** The code of the grant on a device. */
    int code(int device) {
        return GrantTable.takes(device) ? codeOf(codes.order.key(device)) : GrantCodes.APART;
    }

    /** The same by its key, where it has a place in the table. */
    int codeOf(int key) {
        return GrantTable.code(entries, key);
    }

    @Nullable
    GrantRow apart(int device) {
        if (apartDevices.length == 0) {
            return null;
        }
        int i = Arrays.binarySearch(apartDevices, device);
        return i < 0 ? null : apart[i];
    }

    /** Names the devices on which there is a grant, in no order that means anything. */
    void forEachDevice(IntConsumer devices) {
        GrantTable.forEachDevice(entries, codes.order, devices);
        for (int device : apartDevices) {
            if (!GrantTable.takes(device)) {
                devices.accept(device);
            }
        }
    }

    /**
     * Writes the devices down on which there is one of certain grants, in no order that means anything.
     *
     * @param codesThatCount whether grants with a code count
     * @param which the same for grants that lie apart
     * @param devices where to write, with room for {@link #deviceCount} more
     * @param count how many are there already
     * @return how many are there now
     */
    int writeDevices(IntPredicate codesThatCount, Predicate<GrantRow> which, int[] devices, int count) {
        int n = count;
        for (int entry : entries) {
            if (codesThatCount.test(GrantTable.codeOf(entry))) {
                devices[n++] = GrantTable.deviceOf(entry, codes.order);
            }
        }
        for (int i = 0; i < apart.length; i++) {
            if (which.test(apart[i])) {
                devices[n++] = apartDevices[i];
            }
        }
        return n;
    }

    /**
     * Adds devices to a set, those with a grant of one kind; not of grants that lie apart.
     *
     * @param kinds by code, of which kind such a grant is; nothing for what is no code
     * @return all kinds that there are, together
     */
    int addDevices(byte[] kinds, byte kind, NumberSet devices) {
        return addDevices(entries, codes.order, kinds, kind, devices);
    }

    /** The same of some entries. */
    static int addDevices(int[] entries, KeyedPermutation order, byte[] kinds, byte kind, NumberSet devices) {
        int seen = 0;
        for (int entry : entries) {
            byte there = kinds[GrantTable.codeOf(entry)];
            seen |= there;
            devices.addIf(there == kind ? 1 : 0, GrantTable.deviceOf(entry, order));
        }
        return seen;
    }

    /** Names the windows of all grants on the device. */
    void forEachWindow(PresenceRow presence, Consumer<WindowRow> windows) {
        accept(allDevices, windows);
        accept(onProduct(presence.productNumber), windows);
        accept(onDevice(presence.device), windows);
    }

    private static void accept(@Nullable GrantRow grant, Consumer<WindowRow> windows) {
        if (grant != null) {
            windows.accept(grant.window);
        }
    }
}
