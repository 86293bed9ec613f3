package io.doorward.exhaustive;

import com.google.common.collect.ImmutableList;
import io.doorward.permission.Permission;
import java.util.Arrays;
import java.util.List;

/** Device permissions as somebody wrote them: a grant, a ceiling, what a catalogue lists; or nothing written at all. */
enum Held {
    ABSENT,
    NOTHING,
    VIEW("view"),
    WRITE("write"),
    EDIT("edit"),
    VIEW_WRITE("view", "write"),
    VIEW_EDIT("view", "edit"),
    WRITE_EDIT("write", "edit"),
    ALL("view", "write", "edit");

    private static final List<Held> SETS =
            Arrays.stream(values()).filter(held -> held != ABSENT).toList();

    private final ImmutableList<String> names;

    Held(String... names) {
        this.names = ImmutableList.copyOf(names);
    }

    /** Every set of three permissions, the empty one included. */
    static List<Held> sets() {
        return SETS;
    }

    List<String> names() {
        return names;
    }

    List<Permission> permissions() {
        return names.stream().map(Permission::device).toList();
    }
}
