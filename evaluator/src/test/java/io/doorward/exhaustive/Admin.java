package io.doorward.exhaustive;

import com.google.common.collect.ImmutableList;
import io.doorward.permission.Permission;
import java.util.List;

/** The principal's row among the admins of the owning workspace's organization. */
enum Admin {
    ABSENT,
    NOTHING,
    BILL("bill"),
    MANAGE("manage");

    private final ImmutableList<String> names;

    Admin(String... names) {
        this.names = ImmutableList.copyOf(names);
    }

    List<Permission> permissions() {
        return names.stream().map(Permission::organization).toList();
    }
}
