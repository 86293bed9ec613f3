package io.doorward.exhaustive;

import com.google.common.collect.ImmutableList;
import io.doorward.permission.Permission;
import java.util.List;

/** Workspace permissions as written in a member's row or a team. */
enum Office {
    NONE,
    RULES("rules"),
    ADMIN("admin");

    private final ImmutableList<String> names;

    Office(String... names) {
        this.names = ImmutableList.copyOf(names);
    }

    List<Permission> permissions() {
        return names.stream().map(Permission::workspace).toList();
    }
}
