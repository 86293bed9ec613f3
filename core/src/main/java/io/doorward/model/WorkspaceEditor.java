package io.doorward.model;

import com.google.common.collect.ImmutableSortedMap;
import io.doorward.persistent.PersistentSortedMap;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One workspace of a {@link PolicyEditor}: its rows as they stand, and how to put others in their place. What is removed
 * takes along what names it. Not thread-safe.
 *
 * <p>The maps that it gives are in id order, cannot be changed, and stay as they are when rows change later.
 */
public final class WorkspaceEditor {

    private final PolicyEditor policy;
    private final WorkspaceId id;
    private @Nullable String slug;
    private @Nullable String name;
    private @Nullable OrganizationId organization;
    private boolean suspended;
    private PersistentSortedMap<ProductId, Product> products = PersistentSortedMap.of();
    private PersistentSortedMap<DeviceId, Device> devices = PersistentSortedMap.of();
    private PersistentSortedMap<DeviceId, Claim> claims = PersistentSortedMap.of();
    private PersistentSortedMap<DeviceId, Offer> offers = PersistentSortedMap.of();
    private PersistentSortedMap<PrincipalId, ApiUser> apiUsers = PersistentSortedMap.of();
    private PersistentSortedMap<PrincipalId, Member> members = PersistentSortedMap.of();
    private PersistentSortedMap<TeamId, Team> teams = PersistentSortedMap.of();
    private ImmutableSortedMap<String, Invite> invites;
    private @Nullable SortedMap<String, Invite> changedInvites;
    private boolean changed;
    private final @Nullable Workspace before;
    private @Nullable GrantHolders holders;
    private final Set<DeviceId> lostDevices = new TreeSet<>();
    private final Set<ProductId> lostProducts = new TreeSet<>();
    private boolean hasLostMembers;
    private boolean hasOtherNesting;

    WorkspaceEditor(PolicyEditor policy, WorkspaceId id) {
        this.policy = policy;
        this.id = id;
        before = null;
        invites = ImmutableSortedMap.copyOfSorted(new TreeMap<>(WorkspaceAssembler.EMAIL_ORDER));
        changed = true;
    }

    WorkspaceEditor(PolicyEditor policy, Workspace workspace) {
        this.policy = policy;
        before = workspace;
        id = workspace.id();
        slug = workspace.slug();
        name = workspace.name();
        organization = workspace.organization();
        suspended = workspace.suspended();
        products = PersistentSortedMap.copyOf(workspace.products());
        devices = PersistentSortedMap.copyOf(workspace.devices());
        claims = PersistentSortedMap.copyOf(workspace.claims());
        offers = PersistentSortedMap.copyOf(workspace.offers());
        apiUsers = PersistentSortedMap.copyOf(workspace.apiUsers());
        members = PersistentSortedMap.copyOf(workspace.members());
        teams = PersistentSortedMap.copyOf(workspace.teams());
        invites = ImmutableSortedMap.copyOfSorted(workspace.invites());
        holders = workspace.knownHolders();
    }

    boolean isChanged() {
        return changed;
    }

    /** What it was when the edit began; null if it was not there. */
    @Nullable
    Workspace before() {
        return before;
    }

    /** The devices that have left, though they may have come again. */
    Set<DeviceId> lostDevices() {
        return lostDevices;
    }

    /** The products that have gone, though they may have come again. */
    Set<ProductId> lostProducts() {
        return lostProducts;
    }

    /** Whether a member or an API user has gone, though it may have come again. */
    boolean hasLostMembers() {
        return hasLostMembers;
    }

    /** Whether a team has come, or contains other teams than before. */
    boolean hasOtherNesting() {
        return hasOtherNesting;
    }

    /** The workspace as it stands. */
    Workspace finish() {
        if (changedInvites != null) {
            invites = ImmutableSortedMap.copyOfSorted(changedInvites);
            changedInvites = null;
        }
        return new Workspace(
                id,
                slug,
                name,
                organization,
                suspended,
                products,
                devices,
                claims,
                offers,
                apiUsers,
                members,
                teams,
                invites,
                holders);
    }

    /** Its id. */
    public WorkspaceId id() {
        return id;
    }

    /** Its second name, or null. */
    public @Nullable String slug() {
        return slug;
    }

    /** Its name, or null. */
    public @Nullable String name() {
        return name;
    }

    /** The organization that it belongs to, or null. */
    public @Nullable OrganizationId organization() {
        return organization;
    }

    /** Whether everything through it is denied. */
    public boolean suspended() {
        return suspended;
    }

    /** Gives it other names; null for none. */
    public void rename(@Nullable String newName, @Nullable String newSlug) {
        policy.directories().slug(id, slug, newSlug);
        name = newName;
        slug = newSlug;
        touch(Row.Kind.WORKSPACE, "");
    }

    /** Puts it into an organization, or into none. */
    public void moveTo(@Nullable OrganizationId newOrganization) {
        policy.directories().organization(id, organization, newOrganization);
        organization = newOrganization;
        touch(Row.Kind.WORKSPACE, "");
    }

    /** Suspends it, or lifts that. */
    public void suspend(boolean newSuspended) {
        suspended = newSuspended;
        touch(Row.Kind.WORKSPACE, "");
    }

    /** Its products. */
    public SortedMap<ProductId, Product> products() {
        return products;
    }

    /** The devices that it owns. */
    public SortedMap<DeviceId, Device> devices() {
        return devices;
    }

    /** The devices of others that are present here. */
    public SortedMap<DeviceId, Claim> claims() {
        return claims;
    }

    /** Its claim offers. */
    public SortedMap<DeviceId, Offer> offers() {
        return offers;
    }

    /** Its API users. */
    public SortedMap<PrincipalId, ApiUser> apiUsers() {
        return apiUsers;
    }

    /** Its memberships. */
    public SortedMap<PrincipalId, Member> members() {
        return members;
    }

    /** Its teams. */
    public SortedMap<TeamId, Team> teams() {
        return teams;
    }

    /** Its invites. */
    public SortedMap<String, Invite> invites() {
        return changedInvites == null ? invites : ImmutableSortedMap.copyOfSorted(changedInvites);
    }

    /** The invite for an address, or null. */
    public @Nullable Invite invite(String email) {
        return (changedInvites == null ? invites : changedInvites).get(email);
    }

    /** Whether the device is owned here or claimed into here. */
    public boolean isPresent(DeviceId device) {
        return devices.containsKey(device) || claims.containsKey(device);
    }

    /** Adds or replaces a product. */
    public void put(Product product) {
        products = products.plus(product.id(), product);
        touch(Row.Kind.PRODUCT, product.id().value());
    }

    /** Removes a product, which nothing may name when the edit is finished. */
    public void removeProduct(ProductId product) {
        lostProducts.add(product);
        products = products.minus(product);
        touch(Row.Kind.PRODUCT, product.value());
    }

    /** Adds or replaces a device. One that another workspace owns must be removed there before. */
    public void put(Device device) {
        devices = devices.plus(device.id(), device);
        policy.own(device.id(), id);
        touch(Row.Kind.DEVICE, device.id().value());
    }

    /** Removes a device that it owns, with its grants, claims, offer and links. */
    public void removeDevice(DeviceId device) {
        if (!devices.containsKey(device)) {
            return;
        }
        devices = devices.minus(device);
        policy.own(device, null);
        leave(device);
        if (offers.containsKey(device)) {
            removeOffer(device);
            policy.cascade(Cascade.Kind.OFFER, id, device.value(), null);
        }
        policy.deviceIsGone(device);
        touch(Row.Kind.DEVICE, device.value());
    }

    /** Adds or replaces a claim. */
    public void put(Claim claim) {
        if (!claims.containsKey(claim.device())) {
            policy.directories().claimed(claim.device(), id);
        }
        claims = claims.plus(claim.device(), claim);
        touch(Row.Kind.CLAIM, claim.device().value());
    }

    /** Ends a claim, with the grants on its device here. */
    public void removeClaim(DeviceId device) {
        if (claims.containsKey(device)) {
            policy.directories().released(device, id);
            claims = claims.minus(device);
            leave(device);
            touch(Row.Kind.CLAIM, device.value());
        }
    }

    /** Adds or replaces an offer. */
    public void put(Offer offer) {
        Offer before = offers.get(offer.device());
        if (before == null || !before.code().equals(offer.code())) {
            policy.requireNewSecret(offer.code());
        }
        policy.directories().replace(id, before, offer);
        offers = offers.plus(offer.device(), offer);
        touch(Row.Kind.OFFER, offer.device().value());
    }

    /** Removes an offer. */
    public void removeOffer(DeviceId device) {
        policy.directories().replace(id, offers.get(device), (Offer) null);
        offers = offers.minus(device);
        touch(Row.Kind.OFFER, device.value());
    }

    /** Adds or replaces an API user. */
    public void put(ApiUser apiUser) {
        ApiUser before = apiUsers.get(apiUser.id());
        policy.requireNewSecrets(before == null ? List.of() : before.tokens(), apiUser.tokens());
        policy.directories().replace(id, before, apiUser);
        apiUsers = apiUsers.plus(apiUser.id(), apiUser);
        touch(Row.Kind.API_USER, apiUser.id().value());
    }

    /** Removes an API user with its membership, team memberships, invites and offers. */
    public void removeApiUser(PrincipalId apiUser) {
        hasLostMembers = true;
        removeAllOf(apiUser);
        policy.directories().replace(id, apiUsers.get(apiUser), (ApiUser) null);
        apiUsers = apiUsers.minus(apiUser);
        touch(Row.Kind.API_USER, apiUser.value());
    }

    /** Adds or replaces a membership. */
    public void put(Member member) {
        GrantHolders known = holders;
        if (known != null) {
            known = known.after(members.get(member.principal()), member);
            holders = known.isOld() ? null : known;
        }
        replace(member);
    }

    private void replace(Member member) {
        int count = members.size();
        members = members.plus(member.principal(), member);
        if (members.size() > count) {
            policy.directories().appears(member.principal(), id);
        }
        touch(Row.Kind.MEMBER, member.principal().value());
    }

    /** Removes a membership with the team memberships that it carries. */
    public void removeMember(PrincipalId principal) {
        hasLostMembers = true;
        if (members.containsKey(principal)) {
            policy.directories().disappears(principal, id);
            members = members.minus(principal);
            touch(Row.Kind.MEMBER, principal.value());
        }
        for (Team team : teams.values()) {
            if (team.members().containsKey(principal)) {
                put(team.withMembers(PersistentSortedMap.copyOf(team.members()).minus(principal)));
                policy.cascade(
                        Cascade.Kind.TEAM_MEMBERSHIP,
                        id,
                        principal.value(),
                        team.id().value());
            }
        }
    }

    /** Adds or replaces a team. */
    public void put(Team team) {
        Team old = teams.get(team.id());
        hasOtherNesting |= old == null || !old.teams().equals(team.teams());
        teams = teams.plus(team.id(), team);
        touch(Row.Kind.TEAM, team.id().value());
    }

    /** Removes a team, also from the teams that contain it. */
    public void removeTeam(TeamId team) {
        teams = teams.minus(team);
        for (Team outer : teams.values()) {
            if (outer.teams().contains(team)) {
                put(outer.without(team));
                policy.cascade(
                        Cascade.Kind.NESTING, id, team.value(), outer.id().value());
            }
        }
        touch(Row.Kind.TEAM, team.value());
    }

    /** Adds or replaces an invite. */
    public void put(Invite invite) {
        policy.directories().replace(id, invite(invite.email()), invite);
        editInvites().put(invite.email(), invite);
        touch(Row.Kind.INVITE, invite.email());
    }

    /** Removes an invite. */
    public void removeInvite(String email) {
        policy.directories().replace(id, invite(email), (Invite) null);
        editInvites().remove(email);
        touch(Row.Kind.INVITE, email);
    }

    /** Removes a user or API user from all rows of the workspace that name it. */
    void removeAllOf(PrincipalId principal) {
        if (members.containsKey(principal)) {
            policy.cascade(Cascade.Kind.MEMBERSHIP, id, principal.value(), null);
        }
        removeMember(principal);
        for (Invite invite : invites().values()) {
            if (principal.equals(invite.invitedBy())) {
                removeInvite(invite.email());
                policy.cascade(Cascade.Kind.INVITE, id, invite.email(), null);
            }
        }
        for (Offer offer : offers.values()) {
            if (principal.equals(offer.openedBy())) {
                removeOffer(offer.device());
                policy.cascade(Cascade.Kind.OFFER, id, offer.device().value(), null);
            }
        }
    }

    /** Removes all that it has, so that nothing elsewhere names any of it. Rights first, or every device would look for them. */
    void removeEverything() {
        teams = PersistentSortedMap.of();
        for (Invite invite : invites().values()) {
            removeInvite(invite.email());
            policy.cascade(Cascade.Kind.INVITE, id, invite.email(), null);
        }
        for (PrincipalId member : members.keySet()) {
            removeMember(member);
            policy.cascade(Cascade.Kind.MEMBERSHIP, id, member.value(), null);
        }
        for (PrincipalId apiUser : apiUsers.keySet()) {
            removeApiUser(apiUser);
            policy.cascade(Cascade.Kind.API_USER, id, apiUser.value(), null);
        }
        for (DeviceId device : claims.keySet()) {
            removeClaim(device);
            policy.cascade(Cascade.Kind.CLAIM, id, device.value(), null);
        }
        for (DeviceId device : devices.keySet()) {
            removeDevice(device);
            policy.cascade(Cascade.Kind.DEVICE, id, device.value(), null);
        }
        rename(null, null);
        moveTo(null);
    }

    /** Drops what is granted here on a device that is not present any more. */
    private void leave(DeviceId device) {
        lostDevices.add(device);
        for (PrincipalId holder : mayHold(device)) {
            Member member = members.get(holder);
            if (member != null && member.rights().devices().containsKey(device)) {
                replace(new Member(member.principal(), member.rights().without(device), member.window()));
                policy.cascade(Cascade.Kind.MEMBER_GRANT, id, member.principal().value(), device.value());
            }
        }
        for (Team team : teams.values()) {
            if (team.rights().devices().containsKey(device)) {
                put(team.withRights(team.rights().without(device)));
                policy.cascade(Cascade.Kind.TEAM_GRANT, id, team.id().value(), device.value());
            }
        }
        for (Invite invite : invites().values()) {
            if (invite.rights().devices().containsKey(device)) {
                put(new Invite(
                        invite.email(), invite.invitedBy(), invite.rights().without(device), invite.window()));
                policy.cascade(Cascade.Kind.INVITE_GRANT, id, invite.email(), device.value());
            }
        }
    }

    /** The workspace as it was keeps what is found out, so that an edit that is given up leaves it to the next one. */
    private Collection<PrincipalId> mayHold(DeviceId device) {
        GrantHolders known = holders;
        if (known == null) {
            known = before == null
                    ? GrantHolders.of(members)
                    : before.holders().after(PersistentSortedMap.copyOf(before.members()), members);
            holders = known;
        }
        return known.on(device);
    }

    private SortedMap<String, Invite> editInvites() {
        if (changedInvites == null) {
            changedInvites = new TreeMap<>(invites);
        }
        return changedInvites;
    }

    private void touch(Row.Kind kind, String key) {
        changed = true;
        policy.touch(new Row(id, kind, key));
    }

    /** Whether anything here names the product. */
    boolean names(ProductId product) {
        return devices.values().stream().anyMatch(device -> Objects.equals(device.product(), product))
                || grants(product, members.values().stream().map(Member::rights).toList())
                || grants(product, teams.values().stream().map(Team::rights).toList())
                || grants(
                        product, invites().values().stream().map(Invite::rights).toList());
    }

    private static boolean grants(ProductId product, Collection<Rights> rights) {
        return rights.stream().anyMatch(held -> held.products().containsKey(product));
    }
}
