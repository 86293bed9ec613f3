package io.doorward.model;

import io.doorward.permission.Permission;
import io.doorward.problem.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes an organization. Not thread-safe. */
public final class OrganizationBuilder extends RowBuilder<OrganizationBuilder> {

    private final List<AdminDraft> admins = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String owner;

    OrganizationBuilder(String id) {
        super(null, "organization", id);
    }

    /** What people call the organization. */
    public OrganizationBuilder name(String name) {
        this.name = name;
        return this;
    }

    /** The user who owns the organization; required. */
    public OrganizationBuilder owner(String user) {
        owner = user;
        return this;
    }

    /** Makes a user an admin with these organization permissions. */
    public OrganizationBuilder admin(String user, Permission... permissions) {
        return admin(user, Arrays.asList(permissions), null);
    }

    /** Makes a user an admin with these organization permissions; the place is where the row came from. */
    public OrganizationBuilder admin(String user, Collection<Permission> permissions, @Nullable Place place) {
        admins.add(new AdminDraft(this, user, List.copyOf(permissions)).at(place));
        return this;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String owner() {
        return owner;
    }

    List<AdminDraft> admins() {
        return admins;
    }

    static final class AdminDraft extends RowBuilder<AdminDraft> {

        final List<Permission> permissions;

        AdminDraft(OrganizationBuilder organization, String user, List<Permission> permissions) {
            super(organization, "admin", user);
            this.permissions = permissions;
        }
    }
}
