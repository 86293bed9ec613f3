package io.doorward.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All principals of a policy in the making, by id: users, API users and public links share one id space. */
final class Principals {

    private final Problems problems;
    private final Map<String, Entry> entries = new HashMap<>();

    Principals(Problems problems) {
        this.problems = problems;
    }

    /** A principal and, for an API user, the workspace that it is bound to. */
    record Entry(
            PrincipalId id, RowBuilder<?> row, @Nullable WorkspaceBuilder workspace) {

        boolean isUser() {
            return row instanceof UserBuilder;
        }

        boolean canBeMemberOf(WorkspaceBuilder other) {
            return isUser() || workspace == other;
        }
    }

    void add(PrincipalId id, RowBuilder<?> row, @Nullable WorkspaceBuilder workspace) {
        Entry first = entries.putIfAbsent(id.value(), new Entry(id, row, workspace));
        if (first != null) {
            problems.add(
                    row,
                    "The " + row.whatAndWhere() + " has the id of the "
                            + first.row().whatAndWhere()
                            + "; users, API users and public links share one id space, choose another id");
        }
    }

    @Nullable
    Entry get(String id) {
        return entries.get(id);
    }
}
