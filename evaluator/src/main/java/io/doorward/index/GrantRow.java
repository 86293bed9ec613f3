package io.doorward.index;

import io.doorward.permission.PermissionSet;

/** A grant, closed: its permissions, the implicit ones and all that these imply; and when it holds. */
final class GrantRow {

    final long mask;
    final WindowRow window;
    final PermissionSet permissions;

    GrantRow(PermissionSet closed, WindowRow window) {
        this.mask = closed.bits();
        this.window = window;
        this.permissions = closed;
    }

    boolean isLive(long second, int nano) {
        return window.contains(second, nano);
    }
}
