package io.doorward.admin;

import io.doorward.change.Access;
import io.doorward.change.Actor;
import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.DeviceChange.SuspendDevice;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantSpec;
import io.doorward.change.Holder.MemberHolder;
import io.doorward.change.Holder.TeamHolder;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.oracle.Oracle;
import io.doorward.permission.Action;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which action each change takes, as a table of text, answered by the oracle. What a set brings (workspaces, devices, API
 * users, links, tokens) is brought by the host into a policy beside, in which the rows of the maker stand as before.
 */
final class NaiveActions {

    private static final String TABLE = """
            AddMember workspace workspace.manage_members
            SetMemberPermissions workspace workspace.manage_members
            SetMemberWindow workspace workspace.manage_members
            RemoveMember workspace workspace.manage_members
            InviteMember workspace workspace.manage_members
            WithdrawInvite workspace workspace.manage_members
            GrantProduct workspace workspace.manage_members
            RevokeProduct workspace workspace.manage_members
            GrantAllDevices workspace workspace.manage_members
            RevokeAllDevices workspace workspace.manage_members
            GrantDevice access device.manage_access
            RevokeDevice access device.manage_access
            CreateTeam workspace workspace.manage_teams
            RenameTeam workspace workspace.manage_teams
            DeleteTeam workspace workspace.manage_teams
            SetTeamPermissions workspace workspace.manage_teams
            AddTeamMember workspace workspace.manage_teams
            SetTeamMemberWindow workspace workspace.manage_teams
            RemoveTeamMember workspace workspace.manage_teams
            NestTeam workspace workspace.manage_teams
            UnnestTeam workspace workspace.manage_teams
            CreateApiUser workspace workspace.manage_api_users
            RenameApiUser apiUser workspace.manage_api_users
            SuspendApiUser apiUser workspace.manage_api_users
            DeleteApiUser apiUser workspace.manage_api_users
            CreateDevice workspace workspace.create_device
            DeleteDevice owner device.delete
            SuspendDevice owner device.delete
            RenameDevice device device.edit
            TagDevice device device.edit
            SetDeviceProduct owningWorkspace workspace.edit_products
            MoveDevice owner device.move
            CreateProduct workspace workspace.edit_products
            RenameProduct workspace workspace.edit_products
            DeleteProduct workspace workspace.edit_products
            EditWorkspace workspace workspace.edit
            CreateWorkspace organization organization.create_workspace
            AddAdmin organization organization.manage_admins
            SetAdmin organization organization.manage_admins
            RemoveAdmin organization organization.manage_admins
            TransferOwnership organization organization.transfer_ownership
            OpenOffer owner device.claim_out
            CloseOffer owner device.claim_out
            AcceptOffer workspace workspace.claim_device
            SetClaimCeiling owner device.unclaim
            EndClaim owner device.unclaim
            CreateLink owner device.manage_public_links
            SuspendLink link device.manage_public_links
            DeleteLink link device.manage_public_links
            """;

    private static final Map<String, String[]> LINES = lines();

    /** Device actions of these are asked as if the device were not suspended. */
    private static final Set<String> TAKING_AWAY = Set.of(
            "RevokeDevice", "DeleteDevice", "SuspendDevice", "CloseOffer", "SetClaimCeiling", "EndClaim", "DeleteLink");

    /** What comes to be in the middle of a set, and is looked at by what follows. */
    private static final Set<String> BRINGING = Set.of(
            "CreateWorkspace",
            "CreateDevice",
            "MoveDevice",
            "DeleteDevice",
            "CreateProduct",
            "OpenOffer",
            "AcceptOffer",
            "EndClaim",
            "SetClaimCeiling",
            "CreateApiUser",
            "CreateLink",
            "CreateToken",
            "RotateToken");

    private final PrincipalId principal;
    private final Instant now;
    private final Policy before;
    private Policy course;

    NaiveActions(Policy before, PrincipalId principal, Instant now) {
        this.before = before;
        this.course = before;
        this.principal = principal;
        this.now = now;
    }

    /** The policy beside, so far. */
    Policy course() {
        return course;
    }

    private static Map<String, String[]> lines() {
        Map<String, String[]> lines = new HashMap<>();
        TABLE.lines().map(line -> line.split(" ")).forEach(line -> lines.put(line[0], line));
        return Map.copyOf(lines);
    }

    boolean allows(Change change) {
        String name = change.getClass().getSimpleName();
        if (name.endsWith("Token")) {
            return name.equals("CreateToken")
                    ? tokensOf((PrincipalId) get(change, "principal"), false)
                    : course.holderOf((TokenHash) get(change, name.equals("RotateToken") ? "old" : "hash"))
                            .filter(holder -> tokensOf(holder, name.equals("RevokeToken")))
                            .isPresent();
        }
        if (name.equals("RemoveMember")
                && get(change, "principal").equals(principal)
                && course.workspaces().containsKey((WorkspaceId) get(change, "workspace"))
                && course.workspaces().get(get(change, "workspace")).members().containsKey(principal)) {
            return true;
        }
        if (name.equals("RemoveAdmin")
                && get(change, "user").equals(principal)
                && course.organizations().containsKey((OrganizationId) get(change, "organization"))
                && course.organizations()
                        .get(get(change, "organization"))
                        .admins()
                        .containsKey(principal)) {
            return true;
        }
        String[] line = LINES.get(name);
        if (line == null) {
            return false;
        }
        if (name.equals("EndClaim") && onWorkspace("workspace.release_claim", get(change, "workspace"))) {
            return true;
        }
        if (name.equals("MoveDevice") && !onWorkspace("workspace.create_device", get(change, "workspace"))) {
            return false;
        }
        boolean lenient = TAKING_AWAY.contains(name)
                || (change instanceof GrantDevice grant && narrows(grant))
                || (name.equals("SuspendLink") && (boolean) get(change, "suspended"));
        String action = line[2];
        return switch (line[1]) {
            case "workspace" ->
                onWorkspace(holderIsTeam(change) ? "workspace.manage_teams" : action, get(change, "workspace"));
            case "access" ->
                holderIsTeam(change)
                        ? onWorkspace("workspace.manage_teams", get(change, "workspace"))
                        : onDevice(
                                action,
                                (DeviceId) get(change, "device"),
                                get(change, "workspace").toString(),
                                lenient);
            case "apiUser" -> managesApiUser((PrincipalId) get(change, "apiUser"));
            case "link" -> managesLink((PrincipalId) get(change, "link"), lenient);
            case "owner" -> asOwner(action, (DeviceId) get(change, "device"), lenient);
            case "owningWorkspace" ->
                course.owningWorkspace((DeviceId) get(change, "device"))
                        .filter(owner -> onWorkspace(action, owner.id()))
                        .isPresent();
            case "device" -> onDevice(action, (DeviceId) get(change, "device"), null, false);
            default ->
                asked(action, Scope.ORGANIZATION)
                        && component(change, "organization") != null
                        && answer(
                                course,
                                Question.ofPrincipal(principal.value())
                                        .action(action)
                                        .organization(
                                                get(change, "organization").toString()));
        };
    }

    /** Goes on with what a change that is allowed brings. */
    void follow(Change change) {
        if (!BRINGING.contains(change.getClass().getSimpleName())) {
            return;
        }
        Change bare = change instanceof CreateApiUser one
                ? new CreateApiUser(one.workspace(), one.apiUser(), null, Access.NONE, Window.ALWAYS)
                : change;
        course = host(course, bare);
        if (change instanceof CreateWorkspace one && !before.workspaces().containsKey(one.workspace())) {
            Access everything = new Access(
                            before.catalogue().workspace().list(), null, Access.NONE.products(), Access.NONE.devices())
                    .allDevices(new GrantSpec(before.catalogue().device().list(), Window.ALWAYS));
            course = host(course, new AddMember(one.workspace(), principal, everything, Window.ALWAYS));
        }
    }

    private Policy host(Policy policy, Change change) {
        try {
            return ChangeSet.of(change)
                    .applyTo(policy, Revision.NONE, Actor.HOST, now)
                    .after();
        } catch (ChangeRefusedException e) {
            return policy;
        }
    }

    private boolean narrows(GrantDevice grant) {
        var workspace = before.workspaces().get(grant.workspace());
        if (workspace == null
                || !(grant.holder() instanceof MemberHolder one)
                || !workspace.members().containsKey(one.principal())) {
            return false;
        }
        var old = workspace.members().get(one.principal()).rights().devices().get(grant.device());
        Instant from = grant.window().notBefore();
        Instant to = grant.window().expiresAt();
        return old != null
                && old.permissions().asGrant().toList().containsAll(grant.permissions())
                && (old.window().notBefore() == null
                        || (from != null && !from.isBefore(old.window().notBefore())))
                && (old.window().expiresAt() == null
                        || (to != null && !to.isAfter(old.window().expiresAt())));
    }

    private boolean tokensOf(PrincipalId holder, boolean lenient) {
        if (course.users().containsKey(holder)) {
            return holder.equals(principal);
        }
        return managesApiUser(holder) || managesLink(holder, lenient);
    }

    private boolean managesApiUser(PrincipalId apiUser) {
        return course.homeOf(apiUser)
                .filter(home -> onWorkspace("workspace.manage_api_users", home.id()))
                .isPresent();
    }

    private boolean managesLink(PrincipalId link, boolean lenient) {
        return course.publicLinks().containsKey(link)
                && asOwner(
                        "device.manage_public_links",
                        course.publicLinks().get(link).device(),
                        lenient);
    }

    private boolean asOwner(String action, DeviceId device, boolean lenient) {
        return course.owningWorkspace(device)
                .filter(owner -> onDevice(action, device, owner.id().value(), lenient))
                .isPresent();
    }

    private boolean onDevice(String action, DeviceId device, @Nullable String context, boolean lenient) {
        if (!asked(action, Scope.DEVICE)) {
            return false;
        }
        Policy policy = lenient ? host(course, new SuspendDevice(device, false)) : course;
        Question question =
                Question.ofPrincipal(principal.value()).action(action).device(device.value());
        return answer(policy, context == null ? question : question.inWorkspace(context));
    }

    private boolean onWorkspace(String action, Object workspace) {
        return asked(action, Scope.WORKSPACE)
                && answer(
                        course,
                        Question.ofPrincipal(principal.value()).action(action).workspace(workspace.toString()));
    }

    private boolean answer(Policy policy, Question question) {
        return new Oracle(policy).answer(question, now).reason() == Reason.ALLOWED;
    }

    /** Whether the catalogue has the action on that scope, with a need. */
    private boolean asked(String name, Scope scope) {
        for (Action action : before.catalogue().actions()) {
            if (action.name().equals(name) && action.isAskedOn(scope)) {
                return action.devicePermissions().size()
                                        + action.workspacePermissions().size()
                                        + action.organizationPermissions().size()
                                > 0
                        || action.ownerOnly();
            }
        }
        return false;
    }

    private static boolean holderIsTeam(Change change) {
        return component(change, "holder") instanceof TeamHolder;
    }

    static Object get(Change change, String component) {
        Object value = component(change, component);
        if (value == null) {
            throw new IllegalStateException(change + " has no " + component);
        }
        return value;
    }

    static @Nullable Object component(Change change, String component) {
        try {
            var accessor = change.getClass().getDeclaredMethod(component);
            return accessor.invoke(change);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
