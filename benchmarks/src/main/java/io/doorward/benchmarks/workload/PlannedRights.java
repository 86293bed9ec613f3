package io.doorward.benchmarks.workload;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The grants of a principal or a team in its workspace. */
final class PlannedRights {

    final PlannedWorkspace workspace;

    @Nullable
    PlannedGrant onAllDevices;

    /** A grant on one product, {@link #product}. */
    @Nullable
    PlannedGrant onProduct;

    int product;

    final List<PlannedDevice> devices = new ArrayList<>();
    private final Map<PlannedDevice, PlannedGrant> onDevices = new HashMap<>();

    PlannedRights(PlannedWorkspace workspace) {
        this.workspace = workspace;
    }

    /** Adds a grant on a device, if there is none yet. */
    boolean add(PlannedDevice device, PlannedGrant grant) {
        if (onDevices.putIfAbsent(device, grant) != null) {
            return false;
        }
        devices.add(device);
        return true;
    }

    /** In the order in which they were added. */
    void forEach(BiConsumer<PlannedDevice, PlannedGrant> grants) {
        devices.forEach(device -> grants.accept(device, requireNonNull(onDevices.get(device))));
    }

    /** What the grants that meet on the device give; 0 means none of them is live, for each live one gives something. */
    long on(PlannedDevice device, boolean regardlessOfWindows) {
        long mask = mask(onAllDevices, regardlessOfWindows);
        if (device.isOwnedBy(workspace) && device.product() == product) {
            mask |= mask(onProduct, regardlessOfWindows);
        }
        return mask | mask(onDevices.get(device), regardlessOfWindows);
    }

    /** Whether there is a grant on this very device. */
    boolean isOn(PlannedDevice device) {
        return onDevices.containsKey(device);
    }

    /** What the grant on this very device gives, whenever it holds. */
    long onDevice(PlannedDevice device) {
        return mask(onDevices.get(device), true);
    }

    private static long mask(@Nullable PlannedGrant grant, boolean regardlessOfWindow) {
        return grant != null && (regardlessOfWindow || grant.isLive()) ? grant.mask() : 0;
    }

    /**
     * The devices on which there are grants, by id; without ids of other scripts, which come last and take longer wherever they
     * stand.
     */
    List<PlannedDevice> uuidsById() {
        return devices.stream()
                .filter(device -> Texts.isLatin1(device.id()))
                .sorted(Comparator.comparing(PlannedDevice::id))
                .toList();
    }

    /** Some device on which there is a grant; null if there is none. */
    @Nullable
    PlannedDevice draw(SplittableRandom random) {
        if (onAllDevices != null) {
            return workspace.present(random.nextInt(workspace.present()));
        }
        if (onProduct != null) {
            return workspace.owned.get(product
                    + PlannedWorkspace.PRODUCTS * random.nextInt(workspace.owned.size() / PlannedWorkspace.PRODUCTS));
        }
        return devices.isEmpty() ? null : devices.get(random.nextInt(devices.size()));
    }
}
