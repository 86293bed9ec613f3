package io.doorward.index;

import io.doorward.model.OrganizationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organization: its owner, its admins with their permissions, closed, and the workspaces that belong to it. */
final class OrganizationRow extends IdRow {

    final OrganizationId id;

    /** The number of the owner. */
    final int owner;

    /** By the number of the principal. */
    final Map<Integer, Long> admins;

    final int[] workspaces;

    OrganizationRow(
            int number, long generation, OrganizationId id, int owner, Map<Integer, Long> admins, int[] workspaces) {
        super(number, generation, id.value());
        this.id = id;
        this.owner = owner;
        this.admins = admins;
        this.workspaces = workspaces;
    }

    boolean isOwnedBy(PrincipalRow principal) {
        return owner == principal.number;
    }

    /** The admin's permissions; null for who is none. */
    @Nullable
    Long adminMask(PrincipalRow principal) {
        return admins.get(principal.number);
    }

    OrganizationRow with(int[] otherWorkspaces) {
        return new OrganizationRow(number, generation, id, owner, admins, otherWorkspaces);
    }
}
