package io.doorward.index;

import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.model.WorkspaceId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What an earlier version had and a source that is read anew has not told of yet. For one thread. */
final class Unseen {

    final Set<PrincipalId> users = new HashSet<>();
    final Set<PrincipalId> links = new HashSet<>();
    final Set<OrganizationId> organizations = new HashSet<>();
    final Set<WorkspaceId> workspaces = new HashSet<>();

    /** Everything. API users and devices go with their workspaces. */
    Unseen(Rows before) {
        each(before.principals, row -> {
            if (row.kind == PrincipalRow.Kind.USER) {
                users.add(row.id);
            } else if (row.kind == PrincipalRow.Kind.LINK) {
                links.add(row.id);
            }
        });
        each(before.organizations, row -> organizations.add(row.id));
        each(before.workspaces, row -> workspaces.add(row.id));
    }

    private static <R extends Row> void each(RowTable<R> table, Consumer<R> consumer) {
        for (int number = 0; number < table.bound; number++) {
            R row = table.at(number);
            if (row != null) {
                consumer.accept(row);
            }
        }
    }

    /** Removes what nobody told of. */
    void remove(IndexDraft draft) {
        links.forEach(draft::removeLink);
        workspaces.forEach(draft::removeWorkspace);
        organizations.forEach(draft::removeOrganization);
        users.forEach(draft::removeUser);
    }
}
