package io.doorward.change;

import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.permission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of organizations and their admins. */
public sealed interface OrganizationChange extends Change {

    /**
     * Adds an organization.
     *
     * @param organization an id that no organization has
     * @param owner a user
     * @param name what people call it, or null
     */
    record CreateOrganization(
            OrganizationId organization,
            PrincipalId owner,
            @Nullable String name) implements OrganizationChange {}

    /**
     * Gives an organization another name.
     *
     * @param organization which
     * @param name what people call it, or null
     */
    record RenameOrganization(
            OrganizationId organization, @Nullable String name) implements OrganizationChange {}

    /**
     * Deletes an organization with its admin rows. Refused while it has workspaces.
     *
     * @param organization which
     */
    record DeleteOrganization(OrganizationId organization) implements OrganizationChange {}

    /**
     * Makes a user admin of an organization.
     *
     * @param organization of which
     * @param user who
     * @param permissions organization permissions
     */
    record AddAdmin(OrganizationId organization, PrincipalId user, List<Permission> permissions)
            implements OrganizationChange {

        /** Copies the list. */
        public AddAdmin {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Gives an admin other permissions.
     *
     * @param organization of which
     * @param user who
     * @param permissions organization permissions
     */
    record SetAdmin(OrganizationId organization, PrincipalId user, List<Permission> permissions)
            implements OrganizationChange {

        /** Copies the list. */
        public SetAdmin {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Removes an admin; as that user himself, it is a resignation.
     *
     * @param organization of which
     * @param user who
     */
    record RemoveAdmin(OrganizationId organization, PrincipalId user) implements OrganizationChange {}

    /**
     * Makes an admin the owner; the old owner becomes an admin with all permissions.
     *
     * @param organization of which
     * @param user an admin of it
     */
    record TransferOwnership(OrganizationId organization, PrincipalId user) implements OrganizationChange {}
}
