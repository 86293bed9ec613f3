package io.doorward.admin;

import io.doorward.change.Access;
import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.Holder.MemberHolder;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.PolicyChange.ChangeCatalogue;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.UserChange.EditUser;
import io.doorward.generator.PolicyGenerator;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.model.User;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random policies in which somebody may administer something, in the default catalogue and in others that are like it. */
final class AdminWorlds {

    static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private AdminWorlds() {}

    static Policy of(long seed, Random random) {
        Policy policy = null;
        for (long i = 0; policy == null; i++) {
            Policy drawn = PolicyGenerator.world(seed * 1_000 + i).policy();
            policy = drawn.catalogue().equals(Catalogue.defaults()) ? drawn : null;
        }
        List<Change> changes = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            changes.add(new ChangeCatalogue(other(random)));
        }
        for (User user : policy.users().values()) {
            changes.add(new EditUser(user.id(), "mail-" + user.id().value(), null));
        }
        for (OrganizationId organization : policy.organizations().keySet()) {
            for (User user : policy.users().values()) {
                if (random.nextInt(3) == 0) {
                    changes.add(new AddAdmin(organization, user.id(), organizationPowers(policy, random)));
                }
            }
        }
        for (Workspace w : policy.workspaces().values()) {
            for (var member : w.members().values()) {
                if (random.nextInt(2) == 0) {
                    changes.add(new SetMemberPermissions(w.id(), member.principal(), powers(policy, random)));
                }
                if (random.nextInt(4) == 0) {
                    changes.add(new GrantAllDevices(
                            w.id(),
                            new MemberHolder(member.principal()),
                            policy.catalogue().device().list(),
                            Window.ALWAYS));
                }
            }
            for (var team : w.teams().values()) {
                if (random.nextInt(3) == 0) {
                    changes.add(new SetTeamPermissions(w.id(), team.id(), powers(policy, random)));
                }
            }
        }
        for (Change change : changes) {
            policy = changed(policy, change, Actor.HOST);
        }
        return withPromises(policy, random);
    }

    /** Invites and offers of authors of all kinds, who may or may not have been allowed to write them. */
    private static Policy withPromises(Policy policy, Random random) {
        Policy promised = policy;
        for (Workspace w : policy.workspaces().values()) {
            List<Actor> authors =
                    w.members().keySet().stream().map(Actor::principal).toList();
            for (int i = 0; i < authors.size(); i++) {
                if (random.nextInt(3) == 0) {
                    Access access = Access.of(few(policy.catalogue().workspace().list(), random));
                    InviteMember invite = new InviteMember(w.id(), "p" + i + "-" + w.id(), access, Window.ALWAYS);
                    promised = changed(promised, invite, authors.get(i));
                }
            }
            for (DeviceId device : w.devices().keySet()) {
                if (random.nextInt(3) == 0 && !authors.isEmpty()) {
                    List<Permission> ceiling =
                            List.of(few(policy.catalogue().device().list(), random));
                    TokenHash code = TokenHash.ofClearText("promised " + device);
                    OpenOffer offer = new OpenOffer(device, ceiling, Window.ALWAYS, code);
                    promised = changed(promised, offer, authors.get(random.nextInt(authors.size())));
                }
            }
        }
        return promised;
    }

    private static Permission[] few(List<Permission> all, Random random) {
        return all.stream().filter(permission -> random.nextInt(6) == 0).toArray(Permission[]::new);
    }

    /** The policy with the change, if it can be made. */
    private static Policy changed(Policy policy, Change change, Actor actor) {
        try {
            return ChangeSet.of(change)
                    .applyTo(policy, Revision.NONE, actor, NOW)
                    .after();
        } catch (ChangeRefusedException e) {
            return policy;
        }
    }

    private static List<Permission> powers(Policy policy, Random random) {
        double share = random.nextInt(3) * 0.4;
        return policy.catalogue().workspace().list().stream()
                .filter(permission -> permission.name().equals("members")
                        || permission.name().equals("devices")
                        || random.nextDouble() < share)
                .toList();
    }

    private static List<Permission> organizationPowers(Policy policy, Random random) {
        double share = random.nextInt(3) * 0.4;
        return policy.catalogue().organization().list().stream()
                .filter(permission -> permission.name().equals("members") || random.nextDouble() < share)
                .toList();
    }

    /** The names of the default catalogue with other meanings: implications, nothing implicit, other needs, lacking actions. */
    private static Catalogue other(Random random) {
        Catalogue defaults = Catalogue.defaults();
        Catalogue.Builder other = Catalogue.builder();
        boolean implicit = random.nextBoolean();
        defaults.organization().list().forEach(one -> other.organizationPermission(one.name()));
        defaults.workspace()
                .list()
                .forEach(one -> other.workspacePermission(one.name(), permission -> {
                    if (one.name().equals("members")) {
                        permission.implies("basics");
                    } else if (one.name().equals("devices")) {
                        permission.implies("rules");
                    }
                }));
        defaults.device()
                .list()
                .forEach(one -> other.devicePermission(one.name(), permission -> {
                    if (one.name().equals("view") && implicit) {
                        permission.implicit();
                    } else if (one.name().equals("edit_product")) {
                        permission.implies("edit_basics");
                    }
                }));
        other.defaultCeiling("view", "edit_basics")
                .publicLinks(LinkMode.READ, "view")
                .publicLinks(LinkMode.WRITE, "edit_basics");
        for (Action action : defaults.actions()) {
            if (random.nextInt(25) == 0) {
                continue;
            }
            boolean owning = random.nextInt(8) == 0 ? random.nextBoolean() : action.owningWorkspaceOnly();
            boolean more = random.nextInt(10) == 0;
            switch (action.scope().orElseThrow()) {
                case DEVICE ->
                    other.deviceAction(action.name(), one -> {
                        one.device(action.devicePermissions().names().toArray(String[]::new));
                        one.workspace(action.workspacePermissions().names().toArray(String[]::new));
                        if (more && action.devicePermissions().isEmpty()) {
                            one.device("view");
                        }
                        if (owning) {
                            one.owningWorkspaceOnly();
                        }
                    });
                case WORKSPACE ->
                    other.workspaceAction(action.name(), one -> {
                        one.workspace(action.workspacePermissions().names().toArray(String[]::new));
                    });
                case ORGANIZATION ->
                    other.organizationAction(action.name(), one -> {
                        one.organization(
                                action.organizationPermissions().names().toArray(String[]::new));
                        if (action.ownerOnly() && !more) {
                            one.ownerOnly();
                        }
                    });
            }
        }
        return other.build();
    }
}
