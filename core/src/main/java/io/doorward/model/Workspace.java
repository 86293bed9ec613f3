package io.doorward.model;

import com.google.common.collect.ImmutableSortedMap;
import io.doorward.persistent.PersistentSortedMap;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: its devices and all that says who may do what on them.
 *
 * <p>Immutable. Maps are in id order and cannot be changed. A workspace is only ever a part of a {@link Policy}, which has
 * checked it.
 */
public final class Workspace {

    private final WorkspaceId id;
    private final @Nullable String slug;
    private final @Nullable String name;
    private final @Nullable OrganizationId organization;
    private final boolean suspended;
    private final PersistentSortedMap<ProductId, Product> products;
    private final PersistentSortedMap<DeviceId, Device> devices;
    private final PersistentSortedMap<DeviceId, Claim> claims;
    private final PersistentSortedMap<DeviceId, Offer> offers;
    private final PersistentSortedMap<PrincipalId, ApiUser> apiUsers;
    private final PersistentSortedMap<PrincipalId, Member> members;
    private final PersistentSortedMap<TeamId, Team> teams;
    private final ImmutableSortedMap<String, Invite> invites;

    /**
     * Found once a device is to leave; says nothing that the memberships do not say. Written and read without a lock: whoever
     * does not see what another thread has found finds the same.
     */
    private @Nullable GrantHolders holders;

    Workspace(
            WorkspaceId id,
            @Nullable String slug,
            @Nullable String name,
            @Nullable OrganizationId organization,
            boolean suspended,
            PersistentSortedMap<ProductId, Product> products,
            PersistentSortedMap<DeviceId, Device> devices,
            PersistentSortedMap<DeviceId, Claim> claims,
            PersistentSortedMap<DeviceId, Offer> offers,
            PersistentSortedMap<PrincipalId, ApiUser> apiUsers,
            PersistentSortedMap<PrincipalId, Member> members,
            PersistentSortedMap<TeamId, Team> teams,
            ImmutableSortedMap<String, Invite> invites,
            @Nullable GrantHolders holders) {
        this.id = id;
        this.slug = slug;
        this.name = name;
        this.organization = organization;
        this.suspended = suspended;
        this.products = products;
        this.devices = devices;
        this.claims = claims;
        this.offers = offers;
        this.apiUsers = apiUsers;
        this.members = members;
        this.teams = teams;
        this.invites = invites;
        this.holders = holders;
    }

    /** Unique among workspaces. */
    public WorkspaceId id() {
        return id;
    }

    /** A second name, unique among workspaces, or null. */
    public @Nullable String slug() {
        return slug;
    }

    /** What people call it, or null. */
    public @Nullable String name() {
        return name;
    }

    /** The organization that it belongs to, or null; without one nobody owns it. */
    public @Nullable OrganizationId organization() {
        return organization;
    }

    /** Whether everything through it is denied. */
    public boolean suspended() {
        return suspended;
    }

    /** The products of its devices. */
    public SortedMap<ProductId, Product> products() {
        return products;
    }

    /** The devices that it owns. */
    public SortedMap<DeviceId, Device> devices() {
        return devices;
    }

    /** The devices of other workspaces that are present here too. */
    public SortedMap<DeviceId, Claim> claims() {
        return claims;
    }

    /** The devices that others may claim, by device. */
    public SortedMap<DeviceId, Offer> offers() {
        return offers;
    }

    /** The API users bound to it; each is a member, with a row in {@link #members()} or without. */
    public SortedMap<PrincipalId, ApiUser> apiUsers() {
        return apiUsers;
    }

    /** The memberships, of users and of API users. */
    public SortedMap<PrincipalId, Member> members() {
        return members;
    }

    /** The teams. */
    public SortedMap<TeamId, Team> teams() {
        return teams;
    }

    /** The pending memberships, by e-mail address in code point order. */
    public SortedMap<String, Invite> invites() {
        return invites;
    }

    /** Which members may have a grant on a device. O(n) in their grants on devices at first, O(1) then. */
    GrantHolders holders() {
        GrantHolders known = holders;
        if (known == null) {
            known = GrantHolders.of(members);
            holders = known;
        }
        return known;
    }

    /** The same if it is known; else null. */
    @Nullable
    GrantHolders knownHolders() {
        return holders;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Workspace that
                && id.equals(that.id)
                && Objects.equals(slug, that.slug)
                && Objects.equals(name, that.name)
                && Objects.equals(organization, that.organization)
                && suspended == that.suspended
                && products.equals(that.products)
                && devices.equals(that.devices)
                && claims.equals(that.claims)
                && offers.equals(that.offers)
                && apiUsers.equals(that.apiUsers)
                && members.equals(that.members)
                && teams.equals(that.teams)
                && invites.equals(that.invites);
    }

    /** From the identity alone: cheap, and workspaces of one policy differ in it. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** A short description; no lists, which may be huge. */
    @Override
    public String toString() {
        return "Workspace[" + id + ", " + devices.size() + " devices, " + members.size() + " members]";
    }
}
