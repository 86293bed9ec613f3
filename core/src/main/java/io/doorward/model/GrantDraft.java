package io.doorward.model;

import io.doorward.permission.Permission;
import java.util.List;
import java.util.function.Consumer;

/** A grant in the making, on the thing that its key names. */
final class GrantDraft {

    final List<Permission> permissions;
    final WindowBuilder row;

    GrantDraft(
            RowBuilder<?> parent,
            String kind,
            String key,
            List<Permission> permissions,
            Consumer<WindowBuilder> window) {
        this.permissions = permissions;
        row = new WindowBuilder(parent, kind, key);
        window.accept(row);
    }

    String key() {
        return row.key();
    }
}
