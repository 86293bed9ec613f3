package io.doorward.benchmarks.workload;

import io.doorward.permission.Catalogue;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Permission;
import java.util.Collection;
import java.util.List;

/** Sets of permissions of the default catalogue as bits. */
final class Masks {

    private static final Catalogue CATALOGUE = Catalogue.defaults();

    /** Every grant on a device shows it. */
    private static final long VIEW =
            CATALOGUE.device().of(DevicePermissions.VIEW).bits();

    private Masks() {}

    static long ofGrant(Collection<Permission> permissions) {
        return CATALOGUE.device().of(List.copyOf(permissions)).bits() | VIEW;
    }

    static long ofWorkspace(Collection<Permission> permissions) {
        return CATALOGUE.workspace().of(List.copyOf(permissions)).bits();
    }
}
