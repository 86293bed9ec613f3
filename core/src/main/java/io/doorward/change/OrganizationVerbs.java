package io.doorward.change;

import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.OrganizationChange.CreateOrganization;
import io.doorward.change.OrganizationChange.DeleteOrganization;
import io.doorward.change.OrganizationChange.RemoveAdmin;
import io.doorward.change.OrganizationChange.RenameOrganization;
import io.doorward.change.OrganizationChange.SetAdmin;
import io.doorward.change.OrganizationChange.TransferOwnership;
import io.doorward.model.Organization;
import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import io.doorward.persistent.PersistentSortedMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How organizations change. */
final class OrganizationVerbs {

    private OrganizationVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateOrganization.class, OrganizationVerbs::create)
                .on(RenameOrganization.class, OrganizationVerbs::rename)
                .on(DeleteOrganization.class, OrganizationVerbs::delete)
                .on(AddAdmin.class, OrganizationVerbs::addAdmin)
                .on(SetAdmin.class, OrganizationVerbs::setAdmin)
                .on(RemoveAdmin.class, OrganizationVerbs::removeAdmin)
                .on(TransferOwnership.class, OrganizationVerbs::transfer);
    }

    private static void create(CreateOrganization change, Edit edit) {
        if (edit.policy().organizations().containsKey(change.organization())) {
            edit.problem("The organization id " + Edit.quoted(change.organization()) + " is taken; choose another id.");
        } else {
            edit.policy()
                    .put(new Organization(
                            change.organization(), change.name(), change.owner(), PersistentSortedMap.of()));
        }
    }

    private static void rename(RenameOrganization change, Edit edit) {
        Organization organization = organization(change.organization(), edit);
        if (organization != null) {
            edit.policy()
                    .put(new Organization(
                            organization.id(), change.name(), organization.owner(), organization.admins()));
        }
    }

    private static void delete(DeleteOrganization change, Edit edit) {
        if (organization(change.organization(), edit) != null) {
            edit.policy().removeOrganization(change.organization());
        }
    }

    private static void addAdmin(AddAdmin change, Edit edit) {
        Organization organization = organization(change.organization(), edit);
        PermissionSet permissions = edit.set(Scope.ORGANIZATION, change.permissions());
        if (organization == null) {
            return;
        }
        if (organization.admins().containsKey(change.user())) {
            edit.problem(Edit.quoted(change.user()) + " is an admin of organization " + Edit.quoted(organization.id())
                    + " already; set the permissions instead.");
        } else {
            edit.policy().put(organization.withAdmins(admins(organization).plus(change.user(), permissions)));
        }
    }

    private static void setAdmin(SetAdmin change, Edit edit) {
        Organization organization = organization(change.organization(), edit);
        PermissionSet permissions = edit.set(Scope.ORGANIZATION, change.permissions());
        if (organization != null && isAdmin(organization, change.user(), edit)) {
            edit.policy().put(organization.withAdmins(admins(organization).plus(change.user(), permissions)));
        }
    }

    private static void removeAdmin(RemoveAdmin change, Edit edit) {
        Organization organization = organization(change.organization(), edit);
        if (organization != null && isAdmin(organization, change.user(), edit)) {
            edit.policy().put(organization.withAdmins(admins(organization).minus(change.user())));
        }
    }

    private static void transfer(TransferOwnership change, Edit edit) {
        Organization organization = organization(change.organization(), edit);
        if (organization != null && isAdmin(organization, change.user(), edit)) {
            SortedMap<PrincipalId, PermissionSet> admins = admins(organization)
                    .minus(change.user())
                    .plus(
                            organization.owner(),
                            edit.policy().catalogue().organization().all());
            if (organization.owner().equals(change.user())) {
                edit.problem(Edit.quoted(change.user()) + " owns organization " + Edit.quoted(organization.id())
                        + " already.");
                return;
            }
            edit.policy().put(new Organization(organization.id(), organization.name(), change.user(), admins));
        }
    }

    private static PersistentSortedMap<PrincipalId, PermissionSet> admins(Organization organization) {
        return PersistentSortedMap.copyOf(organization.admins());
    }

    private static boolean isAdmin(Organization organization, PrincipalId user, Edit edit) {
        boolean isAdmin = organization.admins().containsKey(user);
        if (!isAdmin) {
            edit.problem(Edit.quoted(user) + " is no admin of organization " + Edit.quoted(organization.id()) + ".");
        }
        return isAdmin;
    }

    private static @Nullable Organization organization(OrganizationId id, Edit edit) {
        Organization organization = edit.policy().organizations().get(id);
        if (organization == null) {
            edit.problem("There is no organization " + Edit.quoted(id) + ".");
        }
        return organization;
    }
}
