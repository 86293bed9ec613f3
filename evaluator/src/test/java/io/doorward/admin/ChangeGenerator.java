package io.doorward.admin;

import io.doorward.change.Access;
import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ApiUserChange.DeleteApiUser;
import io.doorward.change.ApiUserChange.RenameApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.CloseOffer;
import io.doorward.change.ClaimChange.CreateClaim;
import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.ClaimChange.SetClaimCeiling;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.change.DeviceChange.RenameDevice;
import io.doorward.change.DeviceChange.SetDeviceProduct;
import io.doorward.change.DeviceChange.SuspendDevice;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.GrantProduct;
import io.doorward.change.GrantChange.RevokeAllDevices;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.GrantChange.RevokeProduct;
import io.doorward.change.GrantSpec;
import io.doorward.change.Holder;
import io.doorward.change.Holder.MemberHolder;
import io.doorward.change.Holder.TeamHolder;
import io.doorward.change.LinkChange.CreateLink;
import io.doorward.change.LinkChange.DeleteLink;
import io.doorward.change.LinkChange.SuspendLink;
import io.doorward.change.MemberChange.AcceptInvite;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.MemberChange.WithdrawInvite;
import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.OrganizationChange.RemoveAdmin;
import io.doorward.change.OrganizationChange.SetAdmin;
import io.doorward.change.OrganizationChange.TransferOwnership;
import io.doorward.change.ProductChange.CreateProduct;
import io.doorward.change.ProductChange.DeleteProduct;
import io.doorward.change.TeamChange.AddTeamMember;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.TeamChange.DeleteTeam;
import io.doorward.change.TeamChange.NestTeam;
import io.doorward.change.TeamChange.RemoveTeamMember;
import io.doorward.change.TeamChange.RenameTeam;
import io.doorward.change.TeamChange.SetTeamMemberWindow;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.TeamChange.UnnestTeam;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.UserChange.SuspendUser;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.change.WorkspaceChange.EditWorkspace;
import io.doorward.change.WorkspaceChange.SuspendWorkspace;
import io.doorward.model.DeviceId;
import io.doorward.model.Offer;
import io.doorward.model.Organization;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws changes of every kind that are about things of a policy, and now and then about things that are not there. */
final class ChangeGenerator {

    private final Random random;
    private final Policy policy;
    private final Instant now;
    private final int serial;

    ChangeGenerator(Random random, Policy policy, Instant now, int serial) {
        this.random = random;
        this.policy = policy;
        this.now = now;
        this.serial = serial;
    }

    /** A set of changes, most often in one workspace, so that they meet. */
    List<Change> set(int size, WorkspaceId near) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            changes.add(change(of(0.9) ? near : workspace(), i));
        }
        return changes;
    }

    private Change change(WorkspaceId w, int number) {
        PrincipalId m = member(w);
        TeamId team = team(w);
        DeviceId device = device(w);
        String fresh = "new-" + serial + "-" + number;
        return switch (random.nextInt(78)) {
            case 0, 1 -> new AddMember(w, principal(), access(w), window());
            case 2, 3, 4 -> new SetMemberPermissions(w, m, workspacePermissions());
            case 5, 6, 7 -> new SetMemberWindow(w, m, window());
            case 8 -> new RemoveMember(w, m);
            case 9, 10, 11 -> new InviteMember(w, email(), access(w), window());
            case 12 -> new WithdrawInvite(w, invited(w));
            case 13, 14 -> new AcceptInvite(w, invited(w), principal());
            case 15, 16, 17 -> new GrantDevice(w, holder(w), device, devicePermissions(), window());
            case 18 -> new RevokeDevice(w, holder(w), device);
            case 19, 20 -> new GrantProduct(w, holder(w), product(w), devicePermissions(), window());
            case 21 -> new RevokeProduct(w, holder(w), product(w));
            case 22, 23 -> new GrantAllDevices(w, holder(w), devicePermissions(), window());
            case 24 -> new RevokeAllDevices(w, holder(w));
            case 25 -> new CreateTeam(w, of(0.5) ? team : new TeamId("T" + random.nextInt(3)), null);
            case 26 -> of(0.3) ? new RenameTeam(w, team, fresh) : new DeleteTeam(w, team);
            case 27, 28 -> new SetTeamPermissions(w, team, workspacePermissions());
            case 29, 30 -> new AddTeamMember(w, team, m, window());
            case 31, 32 -> new SetTeamMemberWindow(w, team, m, window());
            case 33 -> new RemoveTeamMember(w, team, m);
            case 34, 35 -> new NestTeam(w, team, team(w));
            case 36 -> new UnnestTeam(w, team, team(w));
            case 37, 38 ->
                new CreateApiUser(w, new PrincipalId(of(0.9) ? fresh : m.value()), null, access(w), window());
            case 39 -> new SuspendApiUser(apiUser(w), random.nextBoolean());
            case 40 -> of(0.5) ? new RenameApiUser(apiUser(w), fresh) : new DeleteApiUser(apiUser(w));
            case 41, 42, 43 ->
                new CreateToken(of(0.6) ? apiUser(w) : anyone(), TokenHash.ofClearText(fresh), null, window());
            case 44 ->
                new RotateToken(token(), TokenHash.ofClearText(fresh), window(), now.plusNanos(random.nextInt(3)));
            case 45 -> new RevokeToken(token());
            case 46, 47 ->
                new CreateDevice(w, new DeviceId(of(0.8) ? fresh : device.value()), productOrNone(w), null, List.of());
            case 48 -> of(0.5) ? new DeleteDevice(device) : new SuspendDevice(device, random.nextBoolean());
            case 49 -> new RenameDevice(device, fresh);
            case 50, 51, 52 -> new SetDeviceProduct(device, productOrNone(w));
            case 53 -> new MoveDevice(device, workspace(), of(0.3) ? productOrNone(w) : null);
            case 54 -> of(0.5) ? new CreateProduct(w, product(w), null) : new DeleteProduct(w, product(w));
            case 55, 56 -> new OpenOffer(device, of(0.3) ? null : devicePermissions(), window(), code(device));
            case 57 -> of(0.5) ? new CloseOffer(device) : new EndClaim(device, workspace());
            case 58, 59 -> accept(w);
            case 60 -> new SetClaimCeiling(device, of(0.5) ? w : workspace(), devicePermissions());
            case 61 -> link(device, fresh);
            case 62 -> hosts(w, device);
            case 63, 64, 65, 66, 67, 68, 69 -> organization(w, fresh);
            case 70, 71, 72 -> unnest(w);
            case 73, 74, 75 -> accept(w);
            case 76 -> acceptInvite();
            default -> againstAnAuthor();
        };
    }

    private Change accept(WorkspaceId w) {
        List<Offer> offers = new ArrayList<>();
        for (Workspace one : policy.workspaces().values()) {
            if (!one.id().equals(w)) {
                one.offers().values().stream()
                        .filter(offer -> offer.window().contains(now) || of(0.1))
                        .forEach(offers::add);
            }
        }
        if (offers.isEmpty() || of(0.1)) {
            return new AcceptOffer(anyDevice(), w, code(anyDevice()));
        }
        Offer offer = pick(offers);
        return new AcceptOffer(
                offer.device(), of(0.9) ? w : workspace(), of(0.9) ? offer.code() : code(offer.device()));
    }

    private Change link(DeviceId device, String fresh) {
        PrincipalId old = policy.publicLinks().isEmpty()
                ? new PrincipalId(fresh)
                : pick(policy.publicLinks().keySet());
        return switch (random.nextInt(4)) {
            case 0 -> new SuspendLink(old, random.nextBoolean());
            case 1 -> new DeleteLink(old);
            default ->
                new CreateLink(new PrincipalId(fresh), device, random.nextBoolean() ? LinkMode.READ : LinkMode.WRITE);
        };
    }

    private Change organization(WorkspaceId w, String fresh) {
        OrganizationId id = organization(w);
        Organization known = policy.organizations().get(id);
        PrincipalId admin = known == null || known.admins().isEmpty() || of(0.2)
                ? principal()
                : pick(known.admins().keySet());
        List<Permission> permissions = some(policy.catalogue().organization().list());
        return switch (random.nextInt(7)) {
            case 0 -> new AddAdmin(id, principal(), permissions);
            case 1, 2 -> new SetAdmin(id, admin, permissions);
            case 3 -> new RemoveAdmin(id, admin);
            case 4, 5 -> new TransferOwnership(id, admin);
            default -> new CreateWorkspace(new WorkspaceId(of(0.3) ? "W" : fresh), id, null, null);
        };
    }

    /** Most often the one of the workspace. */
    private OrganizationId organization(WorkspaceId id) {
        Workspace w = known(id);
        if (w != null && w.organization() != null && of(0.8)) {
            return w.organization();
        }
        return policy.organizations().isEmpty()
                ? new OrganizationId("none")
                : pick(policy.organizations().keySet());
    }

    /** A nesting that is there, if one is. */
    private Change unnest(WorkspaceId id) {
        Workspace w = known(id);
        List<Change> there = new ArrayList<>();
        if (w != null) {
            w.teams().values().forEach(team -> team.teams()
                    .forEach(inner -> there.add(new UnnestTeam(id, team.id(), inner))));
        }
        return there.isEmpty() ? new NestTeam(id, team(id), team(id)) : pick(there);
    }

    /** What an acceptance turns on: one of a promise that is there, or a change of what its author holds. */
    List<Change> promise(WorkspaceId near) {
        boolean invites =
                policy.workspaces().values().stream().anyMatch(w -> !w.invites().isEmpty());
        boolean offers =
                policy.workspaces().values().stream().anyMatch(w -> !w.offers().isEmpty());
        if ((invites || offers) && of(0.4)) {
            return List.of(againstAnAuthor());
        } else if (offers && (!invites || of(0.4))) {
            return List.of(accept(near));
        }
        if (invites && acceptInvite() instanceof AcceptInvite acceptance) {
            PrincipalId fresh = new PrincipalId("user-" + serial);
            return policy.users().values().stream()
                            .anyMatch(user -> acceptance.email().equals(user.email()))
                    ? List.of(acceptance)
                    : List.of(
                            new CreateUser(fresh, acceptance.email(), null),
                            new AcceptInvite(acceptance.workspace(), acceptance.email(), fresh));
        }
        return set(1 + random.nextInt(3), near);
    }

    private Change acceptInvite() {
        List<AcceptInvite> there = new ArrayList<>();
        List<AcceptInvite> authored = new ArrayList<>();
        policy.workspaces().values().forEach(w -> w.invites().values().forEach(invite -> {
            PrincipalId user = policy.users().values().stream()
                    .filter(one -> invite.email().equals(one.email()) && of(0.9))
                    .map(User::id)
                    .findFirst()
                    .orElseGet(this::principal);
            AcceptInvite accepted = new AcceptInvite(w.id(), invite.email(), user);
            there.add(accepted);
            if (invite.invitedBy() != null) {
                authored.add(accepted);
            }
        }));
        if (there.isEmpty()) {
            return new AcceptInvite(workspace(), email(), principal());
        }
        return authored.isEmpty() || of(0.2) ? pick(there) : pick(authored);
    }

    /** An author of an invite or an offer keeps or loses something. */
    private Change againstAnAuthor() {
        List<Change> possible = new ArrayList<>();
        for (Workspace w : policy.workspaces().values()) {
            w.invites().values().forEach(invite -> against(w.id(), invite.invitedBy(), possible));
            w.offers().values().forEach(offer -> against(w.id(), offer.openedBy(), possible));
        }
        return possible.isEmpty() ? new WithdrawInvite(workspace(), email()) : pick(possible);
    }

    private void against(WorkspaceId w, @Nullable PrincipalId author, List<Change> possible) {
        if (author != null) {
            possible.add(new SetMemberPermissions(w, author, workspacePermissions()));
            possible.add(new SetMemberWindow(w, author, window()));
            possible.add(new RemoveMember(w, author));
            possible.add(new RevokeAllDevices(w, new MemberHolder(author)));
            possible.add(new SuspendUser(author, random.nextBoolean()));
        }
    }

    /** What is the host's alone. */
    private Change hosts(WorkspaceId w, DeviceId device) {
        return switch (random.nextInt(5)) {
            case 0 -> new CreateClaim(device, w, null);
            case 1 -> new SuspendUser(principal(), random.nextInt(4) == 0);
            case 2 -> new SuspendWorkspace(w, random.nextInt(4) == 0);
            case 3 -> new SuspendDevice(device, random.nextBoolean());
            default -> new EditWorkspace(w, "name", null);
        };
    }

    // Parts

    Access access(WorkspaceId w) {
        Access access = new Access(workspacePermissions(), null, Access.NONE.products(), Access.NONE.devices());
        if (of(0.2)) {
            access = access.allDevices(new GrantSpec(devicePermissions(), window()));
        }
        if (of(0.3)) {
            access = access.product(product(w), new GrantSpec(devicePermissions(), window()));
        }
        if (of(0.4)) {
            access = access.device(device(w), new GrantSpec(devicePermissions(), window()));
        }
        return access;
    }

    private List<Permission> workspacePermissions() {
        return some(policy.catalogue().workspace().list());
    }

    private List<Permission> devicePermissions() {
        return some(policy.catalogue().device().list());
    }

    /** Few, so that they are covered often. */
    private List<Permission> some(List<Permission> all) {
        double share = random.nextInt(3) * 0.15;
        return all.stream().filter(permission -> of(share)).toList();
    }

    Window window() {
        List<Instant> bounds =
                List.of(now.minusSeconds(1), now, now.plusNanos(1), now.plusNanos(2), now.plusSeconds(1));
        return switch (random.nextInt(8)) {
            case 0 -> Window.until(pick(bounds));
            case 1 -> Window.from(pick(bounds));
            case 2 -> Window.of(now, now.plusNanos(1 + random.nextInt(2)));
            case 3 -> Window.of(now.minusSeconds(1), now.plusSeconds(1));
            default -> Window.ALWAYS;
        };
    }

    private WorkspaceId workspace() {
        return policy.workspaces().isEmpty() || of(0.05)
                ? new WorkspaceId("nowhere")
                : pick(policy.workspaces().keySet());
    }

    private @Nullable Workspace known(WorkspaceId id) {
        return policy.workspaces().get(id);
    }

    private PrincipalId principal() {
        return of(0.05) ? new PrincipalId("nobody") : pick(policy.users().keySet());
    }

    private PrincipalId anyone() {
        List<PrincipalId> all = new ArrayList<>(policy.users().keySet());
        all.addAll(policy.publicLinks().keySet());
        policy.workspaces().values().forEach(w -> all.addAll(w.apiUsers().keySet()));
        return pick(all);
    }

    private PrincipalId member(WorkspaceId id) {
        Workspace w = known(id);
        List<PrincipalId> members = new ArrayList<>();
        if (w != null) {
            members.addAll(w.members().keySet());
            members.addAll(w.apiUsers().keySet());
        }
        return members.isEmpty() || of(0.1) ? anyone() : pick(members);
    }

    private PrincipalId apiUser(WorkspaceId id) {
        Workspace w = known(id);
        return w == null || w.apiUsers().isEmpty() || of(0.05)
                ? anyone()
                : pick(w.apiUsers().keySet());
    }

    private TeamId team(WorkspaceId id) {
        Workspace w = known(id);
        return w == null || w.teams().isEmpty() || of(0.1)
                ? new TeamId("T" + random.nextInt(3))
                : pick(w.teams().keySet());
    }

    private DeviceId device(WorkspaceId id) {
        Workspace w = known(id);
        List<DeviceId> devices = new ArrayList<>();
        if (w != null) {
            devices.addAll(w.devices().keySet());
            devices.addAll(w.claims().keySet());
        }
        return devices.isEmpty() || of(0.1) ? anyDevice() : pick(devices);
    }

    private DeviceId anyDevice() {
        List<DeviceId> devices = new ArrayList<>();
        policy.workspaces().values().forEach(w -> devices.addAll(w.devices().keySet()));
        return devices.isEmpty() || of(0.1) ? new DeviceId("nothing") : pick(devices);
    }

    private ProductId product(WorkspaceId id) {
        Workspace w = known(id);
        return w == null || w.products().isEmpty() || of(0.1)
                ? new ProductId("P" + random.nextInt(2))
                : pick(w.products().keySet());
    }

    private @Nullable ProductId productOrNone(WorkspaceId w) {
        return of(0.2) ? null : product(w);
    }

    private Holder holder(WorkspaceId w) {
        return of(0.65) ? new MemberHolder(member(w)) : new TeamHolder(team(w));
    }

    private String email() {
        return of(0.5) ? "mail-" + pick(policy.users().keySet()).value() : "x" + random.nextInt(2) + serial % 6;
    }

    private String invited(WorkspaceId id) {
        Workspace w = known(id);
        return w == null || w.invites().isEmpty() ? email() : pick(w.invites().keySet());
    }

    private TokenHash code(DeviceId device) {
        return TokenHash.ofClearText("code " + device + random.nextInt(2) + serial);
    }

    private TokenHash token() {
        List<Token> tokens = new ArrayList<>();
        policy.users().values().forEach(user -> tokens.addAll(user.tokens()));
        policy.publicLinks().values().forEach(link -> tokens.addAll(link.tokens()));
        policy.workspaces().values().forEach(w -> w.apiUsers().values().forEach(one -> tokens.addAll(one.tokens())));
        return tokens.isEmpty() || of(0.05)
                ? TokenHash.ofClearText("unknown")
                : pick(tokens).hash();
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(Collection<T> choices) {
        return List.copyOf(choices).get(random.nextInt(choices.size()));
    }
}
