package io.doorward.index;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a member by itself, or a team, holds in one workspace.
 *
 * <p>Grants on devices are two arrays side by side, sorted by the device's number: a look-up is a binary
 * search, which no choice of ids can make slow. Products are few, so their grants lie in an array by product number.
 *
 * <p>Invariant: {@code deviceNumbers} is strictly ascending and as long as {@code deviceGrants}.
 */
final class RightsRow {

    /** Workspace permissions, closed. */
    final long workspaceMask;

    final @Nullable GrantRow allDevices;
    final @Nullable GrantRow[] byProduct;
    private final int[] deviceNumbers;
    private final GrantRow[] deviceGrants;

    /** Whether any grant here has a window. */
    final boolean isTimed;

    RightsRow(
            long workspaceMask,
            @Nullable GrantRow allDevices,
            @Nullable GrantRow[] byProduct,
            int[] deviceNumbers,
            GrantRow[] deviceGrants) {
        this.workspaceMask = workspaceMask;
        this.allDevices = allDevices;
        this.byProduct = byProduct;
        this.deviceNumbers = deviceNumbers;
        this.deviceGrants = deviceGrants;
        isTimed = isTimed(allDevices)
                || Arrays.stream(byProduct).anyMatch(RightsRow::isTimed)
                || Arrays.stream(deviceGrants).anyMatch(RightsRow::isTimed);
    }

    private static boolean isTimed(@Nullable GrantRow grant) {
        return grant != null && !grant.window.isAlways();
    }

    /** Whether no device question can find anything here. */
    boolean hasGrants() {
        return allDevices != null || byProduct.length > 0 || deviceGrants.length > 0;
    }

    /** The union of the live grants on the device, before a ceiling. */
    long liveMask(int device, int product, long second, int nano) {
        long mask = 0;
        GrantRow grant = allDevices;
        if (grant != null && grant.isLive(second, nano)) {
            mask = grant.mask;
        }
        grant = onProduct(product);
        if (grant != null && grant.isLive(second, nano)) {
            mask |= grant.mask;
        }
        grant = onDevice(device);
        if (grant != null && grant.isLive(second, nano)) {
            mask |= grant.mask;
        }
        return mask;
    }

    GrantState state(int device, int product, long second, int nano) {
        return state(allDevices, second, nano)
                .max(state(onProduct(product), second, nano))
                .max(state(onDevice(device), second, nano));
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
        int i = Arrays.binarySearch(deviceNumbers, device);
        return i < 0 ? null : deviceGrants[i];
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
