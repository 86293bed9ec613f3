package io.doorward.model;

import io.doorward.permission.PermissionSet;
import io.doorward.persistent.PersistentSortedMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Groups workspaces; has one owner, who is a full member of every workspace of it.
 *
 * @param id unique among organizations
 * @param name what people call it, or null
 * @param owner a user
 * @param admins users with their organization permissions, in id order
 */
public record Organization(
        OrganizationId id, @Nullable String name, PrincipalId owner, SortedMap<PrincipalId, PermissionSet> admins) {

    /** Copies a map that is not persistent. */
    public Organization {
        admins = PersistentSortedMap.copyOf(admins);
    }

    /** The same organization with other admins. */
    public Organization withAdmins(SortedMap<PrincipalId, PermissionSet> others) {
        return new Organization(id, name, owner, others);
    }
}
