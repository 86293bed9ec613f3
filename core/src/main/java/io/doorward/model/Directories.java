package io.doorward.model;

import io.doorward.persistent.PersistentSortedMap;
import io.doorward.token.TokenHash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What leads from a thing to those that name it, so that a change finds them without a walk over the policy.
 *
 * <p>A copy shares everything with its original and goes its own way from there.
 */
final class Directories {

    /**
     * What a hash stands for.
     *
     * @param principal whose token it is; null for the code of an offer
     */
    record Holder(@Nullable PrincipalId principal) {}

    private PersistentSortedMap<TokenHash, Holder> secrets = PersistentSortedMap.of();
    private References<String, PrincipalId> emails = References.none();
    private References<String, WorkspaceId> slugs = References.none();
    private PersistentSortedMap<PrincipalId, WorkspaceId> homes = PersistentSortedMap.of();
    private References<DeviceId, WorkspaceId> claims = References.none();
    private References<DeviceId, PrincipalId> links = References.none();
    private References<PrincipalId, WorkspaceId> presences = References.none();
    private References<PrincipalId, OrganizationId> offices = References.none();
    private References<OrganizationId, WorkspaceId> workspaces = References.none();

    /** All directories of a policy. O(n log n); done once, since later versions carry them along. */
    static Directories of(Policy policy) {
        Directories directories = new Directories();
        policy.users().values().forEach(user -> directories.replace(null, user));
        policy.organizations().values().forEach(organization -> directories.replace(null, organization));
        policy.publicLinks().values().forEach(link -> directories.replace(null, link));
        policy.workspaces().values().forEach(directories::add);
        return directories;
    }

    Directories copy() {
        Directories copy = new Directories();
        copy.secrets = secrets;
        copy.emails = emails;
        copy.slugs = slugs;
        copy.homes = homes;
        copy.claims = claims;
        copy.links = links;
        copy.presences = presences;
        copy.offices = offices;
        copy.workspaces = workspaces;
        return copy;
    }

    private void add(Workspace workspace) {
        WorkspaceId id = workspace.id();
        slug(id, null, workspace.slug());
        organization(id, null, workspace.organization());
        workspace.claims().keySet().forEach(device -> claimed(device, id));
        workspace.offers().values().forEach(offer -> replace(id, null, offer));
        workspace.apiUsers().values().forEach(apiUser -> replace(id, null, apiUser));
        workspace.members().keySet().forEach(principal -> appears(principal, id));
        workspace.invites().values().forEach(invite -> replace(id, null, invite));
    }

    void replace(@Nullable User before, @Nullable User after) {
        if (before != null && before.email() != null) {
            emails = emails.minus(before.email(), before.id());
        }
        if (after != null && after.email() != null) {
            emails = emails.plus(after.email(), after.id());
        }
        tokens(
                before == null ? List.of() : before.tokens(),
                after == null ? List.of() : after.tokens(),
                after == null ? null : after.id());
    }

    void replace(@Nullable Organization before, @Nullable Organization after) {
        if (before != null) {
            offices = offices.minus(before.owner(), before.id());
            for (PrincipalId admin : before.admins().keySet()) {
                offices = offices.minus(admin, before.id());
            }
        }
        if (after != null) {
            offices = offices.plus(after.owner(), after.id());
            for (PrincipalId admin : after.admins().keySet()) {
                offices = offices.plus(admin, after.id());
            }
        }
    }

    void replace(@Nullable PublicLink before, @Nullable PublicLink after) {
        if (before != null) {
            links = links.minus(before.device(), before.id());
        }
        if (after != null) {
            links = links.plus(after.device(), after.id());
        }
        tokens(
                before == null ? List.of() : before.tokens(),
                after == null ? List.of() : after.tokens(),
                after == null ? null : after.id());
    }

    void replace(WorkspaceId home, @Nullable ApiUser before, @Nullable ApiUser after) {
        if (before != null && after == null) {
            homes = homes.minus(before.id());
        }
        if (after != null) {
            homes = homes.plus(after.id(), home);
        }
        tokens(
                before == null ? List.of() : before.tokens(),
                after == null ? List.of() : after.tokens(),
                after == null ? null : after.id());
    }

    void replace(WorkspaceId workspace, @Nullable Offer before, @Nullable Offer after) {
        if (before != null) {
            secrets = secrets.minus(before.code());
            disappears(before.openedBy(), workspace);
        }
        if (after != null) {
            secrets = secrets.plus(after.code(), new Holder(null));
            appears(after.openedBy(), workspace);
        }
    }

    void replace(WorkspaceId workspace, @Nullable Invite before, @Nullable Invite after) {
        disappears(before == null ? null : before.invitedBy(), workspace);
        appears(after == null ? null : after.invitedBy(), workspace);
    }

    void slug(WorkspaceId workspace, @Nullable String before, @Nullable String after) {
        if (before != null) {
            slugs = slugs.minus(before, workspace);
        }
        if (after != null) {
            slugs = slugs.plus(after, workspace);
        }
    }

    void organization(WorkspaceId workspace, @Nullable OrganizationId before, @Nullable OrganizationId after) {
        if (before != null) {
            workspaces = workspaces.minus(before, workspace);
        }
        if (after != null) {
            workspaces = workspaces.plus(after, workspace);
        }
    }

    void claimed(DeviceId device, WorkspaceId into) {
        claims = claims.plus(device, into);
    }

    void released(DeviceId device, WorkspaceId from) {
        claims = claims.minus(device, from);
    }

    void appears(@Nullable PrincipalId principal, WorkspaceId workspace) {
        if (principal != null) {
            presences = presences.plus(principal, workspace);
        }
    }

    void disappears(@Nullable PrincipalId principal, WorkspaceId workspace) {
        if (principal != null) {
            presences = presences.minus(principal, workspace);
        }
    }

    private void tokens(List<Token> before, List<Token> after, @Nullable PrincipalId holder) {
        if (before.equals(after)) {
            return;
        }
        for (Token token : before) {
            secrets = secrets.minus(token.hash());
        }
        for (Token token : after) {
            secrets = secrets.plus(token.hash(), new Holder(holder));
        }
    }

    /** What a hash stands for; null if for nothing. */
    @Nullable
    Holder holder(TokenHash hash) {
        return secrets.get(hash);
    }

    /** Whose token has that hash; empty for the code of an offer and for nothing. */
    Optional<PrincipalId> tokenHolder(TokenHash hash) {
        Holder holder = secrets.get(hash);
        return holder == null ? Optional.empty() : Optional.ofNullable(holder.principal());
    }

    /** The user with exactly that e-mail address. */
    Optional<PrincipalId> userByEmail(String email) {
        return emails.to(email).stream().findFirst();
    }

    /** The workspace of an API user; null for other principals and for none. */
    @Nullable
    WorkspaceId home(PrincipalId apiUser) {
        return homes.get(apiUser);
    }

    References<String, PrincipalId> emails() {
        return emails;
    }

    References<String, WorkspaceId> slugs() {
        return slugs;
    }

    /** Where a device is claimed. */
    References<DeviceId, WorkspaceId> claims() {
        return claims;
    }

    /** The public links to a device. */
    References<DeviceId, PrincipalId> links() {
        return links;
    }

    /** In which workspaces a principal stands as a member, an inviter or the opener of an offer. */
    References<PrincipalId, WorkspaceId> presences() {
        return presences;
    }

    /** Which organizations a user owns or administers. */
    References<PrincipalId, OrganizationId> offices() {
        return offices;
    }

    /** The workspaces of an organization. */
    References<OrganizationId, WorkspaceId> workspaces() {
        return workspaces;
    }
}
