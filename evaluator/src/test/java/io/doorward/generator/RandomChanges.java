package io.doorward.generator;

import io.doorward.change.Access;
import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantSpec;
import io.doorward.change.Holder;
import io.doorward.change.MemberChange;
import io.doorward.change.OrganizationChange;
import io.doorward.change.PolicyChange;
import io.doorward.change.TeamChange;
import io.doorward.change.UserChange;
import io.doorward.model.DeviceId;
import io.doorward.model.Member;
import io.doorward.model.Offer;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws changes of every kind for a policy: most of them name what is there, so that many can be made, and some do not.
 * Which kinds there are is read from {@link Change} itself, so that none can be forgotten.
 */
public final class RandomChanges {

    private static final List<Class<? extends Change>> KINDS =
            kinds(Change.class).toList();

    private final Chance chance;
    private final List<String> pool;
    private final Moments moments;
    private final List<String> secrets = new ArrayList<>();

    public RandomChanges(Chance chance) {
        this.chance = chance;
        pool = Ids.pool(chance).subList(0, 12);
        moments = new Moments(chance);
    }

    /** All kinds of changes. */
    public static List<Class<? extends Change>> kinds() {
        return KINDS;
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends Change>> kinds(Class<? extends Change> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(one -> kinds((Class<? extends Change>) one))
                : Stream.of(kind);
    }

    /** An instant at which one of the policy's windows may begin or end. */
    public Instant instant() {
        Instant any = moments.any(chance);
        return any.isBefore(Window.MIN) || any.isAfter(Window.MAX) ? Moments.NOW : any;
    }

    /** A set of a few changes, which can be made in most cases. */
    public ChangeSet set(Policy policy) {
        List<Change> changes = new ArrayList<>();
        Policy here = policy;
        for (int i = chance.oneOf(0, 1, 1, 1, 2, 3, 5); i > 0; i--) {
            Change change = change(here);
            Policy next = after(here, change);
            for (int tries = chance.of(0.1) ? 0 : 12; next == null && tries > 0; tries--) {
                change = change(change.getClass(), here);
                next = after(here, change);
            }
            if (change instanceof MemberChange.AcceptInvite accept
                    && next == null
                    && !here.users().isEmpty()) {
                changes.add(new UserChange.EditUser(accept.user(), accept.email(), null));
            }
            changes.add(change);
            here = next == null ? here : next;
        }
        return ChangeSet.of(changes);
    }

    private static @Nullable Policy after(Policy policy, Change change) {
        try {
            return ChangeSet.of(change)
                    .applyTo(policy, policy.revision(), Actor.HOST, Moments.NOW)
                    .after();
        } catch (ChangeRefusedException refused) {
            return null;
        }
    }

    /** One change of any kind; those that are about everything come seldom. */
    public Change change(Policy policy) {
        Class<? extends Change> kind = chance.pick(KINDS);
        boolean isRare = PolicyChange.class.isAssignableFrom(kind)
                || kind.getSimpleName().startsWith("Delete")
                || kind.getSimpleName().equals("SuspendWorkspace");
        return isRare && chance.of(0.7) ? change(policy) : change(kind, policy);
    }

    /** A change of this kind. */
    public Change change(Class<? extends Change> kind, Policy policy) {
        if (kind == PolicyChange.ChangeCatalogue.class) {
            return new PolicyChange.ChangeCatalogue(catalogue(policy.catalogue()));
        }
        return new Draw(kind, policy).draw();
    }

    /** One change in the making: what it names mostly belongs together. */
    private final class Draw {

        private final Class<? extends Change> kind;
        private final Policy policy;
        private final @Nullable Workspace workspace;
        private @Nullable String invited;
        private @Nullable Team team;
        private @Nullable Rights held;
        private @Nullable DeviceId device;

        Draw(Class<? extends Change> kind, Policy policy) {
            this.kind = kind;
            this.policy = policy;
            workspace = policy.workspaces().isEmpty()
                    ? null
                    : chance.pick(List.copyOf(policy.workspaces().values()));
        }

        Change draw() {
            RecordComponent[] components = kind.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = value(components[i]);
            }
            try {
                Class<?>[] types =
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                Constructor<? extends Change> constructor = kind.getDeclaredConstructor(types);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("cannot make a " + kind, e);
            }
        }

        private boolean creates() {
            return kind.getSimpleName().startsWith("Create");
        }

        private @Nullable Object value(RecordComponent component) {
            String name = component.getName();
            Type type = component.getType();
            boolean fresh = creates() && kind.getSimpleName().equalsIgnoreCase("create" + name);
            if (type == WorkspaceId.class) {
                return fresh || workspace == null
                        ? new WorkspaceId(id())
                        : elsewhere().id();
            }
            if (type == OrganizationId.class) {
                List<OrganizationId> known = List.copyOf(policy.organizations().keySet());
                boolean none = !OrganizationChange.class.isAssignableFrom(kind) && chance.of(0.4);
                return none ? null : fresh ? new OrganizationId(id()) : known(known, OrganizationId::new);
            }
            if (type == PrincipalId.class) {
                List<PrincipalId> fitting =
                        team == null ? accepting() : List.copyOf(team.members().keySet());
                return fresh
                        ? new PrincipalId(id())
                        : known(fitting.isEmpty() || chance.of(0.3) ? principals(name) : fitting, PrincipalId::new);
            }
            if (type == DeviceId.class) {
                List<DeviceId> granted = held == null || !kind.getSimpleName().startsWith("Revoke")
                        ? List.of()
                        : List.copyOf(held.devices().keySet());
                device = fresh ? new DeviceId(id()) : known(granted.isEmpty() ? devices() : granted, DeviceId::new);
                return device;
            }
            if (type == ProductId.class) {
                List<ProductId> products = workspace == null
                        ? List.of()
                        : List.copyOf(workspace.products().keySet());
                boolean mayBeNone = kind.getSimpleName().contains("Device");
                return mayBeNone && chance.of(0.4) && !kind.getSimpleName().contains("Grant")
                        ? null
                        : fresh ? new ProductId(id()) : known(products, ProductId::new);
            }
            if (type == TeamId.class) {
                List<TeamId> teams = workspace == null
                        ? List.of()
                        : List.copyOf(workspace.teams().keySet());
                boolean inner = team != null
                        && kind == TeamChange.UnnestTeam.class
                        && !team.teams().isEmpty();
                TeamId id = fresh ? new TeamId(id()) : known(inner ? List.copyOf(team.teams()) : teams, TeamId::new);
                team = workspace == null ? null : workspace.teams().get(id);
                return id;
            }
            if (type == String.class) {
                return text(name);
            }
            if (type == boolean.class) {
                return chance.of(0.4);
            }
            if (type == List.class) {
                return list(name);
            }
            if (type == Window.class) {
                return window();
            }
            if (type == Instant.class) {
                return instant();
            }
            if (type == TokenHash.class) {
                return hash(name);
            }
            if (type == LinkMode.class) {
                return chance.oneOf(LinkMode.values());
            }
            if (type == Access.class) {
                return access();
            }
            if (type == Holder.class) {
                return holder();
            }
            throw new AssertionError("nothing is known of " + type + " in " + kind);
        }

        /** Mostly the workspace that everything else is drawn from; where a device goes, another one. */
        private Workspace elsewhere() {
            boolean other = kind.getSimpleName().equals("MoveDevice")
                    || kind.getSimpleName().equals("AcceptOffer")
                    || kind.getSimpleName().equals("CreateClaim")
                    || chance.of(0.05);
            List<Workspace> all = List.copyOf(policy.workspaces().values());
            return other || workspace == null ? chance.pick(all) : workspace;
        }

        private List<PrincipalId> principals(String name) {
            List<PrincipalId> users = List.copyOf(policy.users().keySet());
            if (workspace == null || chance.of(0.1)) {
                return users;
            }
            List<PrincipalId> apiUsers = List.copyOf(workspace.apiUsers().keySet());
            List<PrincipalId> some =
                    switch (name) {
                        case "apiUser" -> apiUsers;
                        case "link" -> List.copyOf(policy.publicLinks().keySet());
                        case "user", "owner" -> kind == MemberChange.AcceptInvite.class ? users : admins(users);
                        default -> {
                            boolean members =
                                    !kind.getSimpleName().startsWith("Add") || TeamChange.class.isAssignableFrom(kind);
                            List<PrincipalId> both = new ArrayList<>(
                                    members ? workspace.members().keySet() : users);
                            both.addAll(apiUsers);
                            yield both;
                        }
                    };
            return some.isEmpty() ? users : some;
        }

        private List<PrincipalId> accepting() {
            return policy.users().values().stream()
                    .filter(user -> user.email() != null && user.email().equals(invited))
                    .map(User::id)
                    .toList();
        }

        private List<PrincipalId> admins(List<PrincipalId> users) {
            List<PrincipalId> admins = policy.organizations().values().stream()
                    .flatMap(organization -> organization.admins().keySet().stream())
                    .toList();
            return admins.isEmpty() || chance.of(0.4) ? users : admins;
        }

        private List<DeviceId> devices() {
            if (workspace == null) {
                return List.of();
            }
            List<DeviceId> devices = new ArrayList<>(workspace.devices().keySet());
            if (kind.getSimpleName().equals("CloseOffer")
                    || kind.getSimpleName().equals("AcceptOffer")) {
                return List.copyOf(workspace.offers().keySet());
            }
            if (kind.getSimpleName().equals("EndClaim") || kind.getSimpleName().equals("SetClaimCeiling")) {
                return List.copyOf(workspace.claims().keySet());
            }
            devices.addAll(workspace.claims().keySet());
            if (devices.isEmpty() || kind.getSimpleName().equals("CreateClaim")) {
                policy.workspaces()
                        .values()
                        .forEach(one -> devices.addAll(one.devices().keySet()));
            }
            return devices;
        }

        private @Nullable String text(String name) {
            if (name.equals("email") && kind.getSimpleName().endsWith("Invite") && workspace != null) {
                List<String> pending = List.copyOf(workspace.invites().keySet());
                invited = pending.isEmpty() || chance.of(0.1) ? email() : chance.pick(pending);
                return invited;
            }
            if (name.equals("email")) {
                boolean isOptional = UserChange.class.isAssignableFrom(kind);
                return !isOptional || chance.of(0.6) ? email() : null;
            }
            if (chance.of(0.02)) {
                return "x".repeat(300);
            }
            return chance.of(0.4) ? null : id();
        }

        private String email() {
            return chance.oneOf("a@x", "b@x", "c@x", "d@x", "A@x");
        }

        private @Nullable List<?> list(String name) {
            if (name.equals("tags")) {
                return chance.some(List.of("red", "blue", "green"), 0.4);
            }
            boolean ofWorkspace = kind.getSimpleName().endsWith("Permissions");
            Scope scope = OrganizationChange.class.isAssignableFrom(kind)
                    ? Scope.ORGANIZATION
                    : ofWorkspace ? Scope.WORKSPACE : Scope.DEVICE;
            boolean mayBeNone = name.equals("ceiling") && !kind.getSimpleName().startsWith("Set");
            return mayBeNone && chance.of(0.3) ? null : permissions(scope);
        }

        private List<Permission> permissions(Scope scope) {
            return chance.of(0.02)
                    ? List.of(new Permission(scope, "unheard_of"))
                    : chance.some(policy.catalogue().permissions(scope).list(), chance.oneOf(0.0, 0.3, 0.6, 1.0));
        }

        private GrantSpec grant() {
            return new GrantSpec(permissions(Scope.DEVICE), window());
        }

        private Access access() {
            TreeMap<ProductId, GrantSpec> products = new TreeMap<>();
            TreeMap<DeviceId, GrantSpec> devices = new TreeMap<>();
            if (workspace != null) {
                chance.some(List.copyOf(workspace.products().keySet()), 0.4).forEach(id -> products.put(id, grant()));
                chance.some(devices(), 0.4).forEach(id -> devices.put(id, grant()));
            }
            return new Access(permissions(Scope.WORKSPACE), chance.of(0.3) ? grant() : null, products, devices);
        }

        private Holder holder() {
            List<TeamId> teams = workspace == null
                    ? List.of()
                    : List.copyOf(workspace.teams().keySet());
            if (chance.of(0.4)) {
                TeamId id = known(teams, TeamId::new);
                Team holder = workspace == null ? null : workspace.teams().get(id);
                held = holder == null ? null : holder.rights();
                return new Holder.TeamHolder(id);
            }
            PrincipalId id = known(principals("principal"), PrincipalId::new);
            Member holder = workspace == null ? null : workspace.members().get(id);
            held = holder == null ? null : holder.rights();
            return new Holder.MemberHolder(id);
        }

        private TokenHash hash(String name) {
            if (kind.getSimpleName().equals("AcceptOffer")) {
                List<Offer> offers = policy.workspaces().values().stream()
                        .flatMap(one -> one.offers().values().stream())
                        .filter(offer -> offer.device().equals(device))
                        .toList();
                return offers.isEmpty() ? newHash() : chance.pick(offers).code();
            }
            boolean known = kind.getSimpleName().equals("RevokeToken") || name.equals("old") || chance.of(0.05);
            List<TokenHash> hashes = known ? hashes(policy) : List.of();
            return hashes.isEmpty() ? newHash() : chance.pick(hashes);
        }

        private <T> T known(List<T> known, Function<String, T> type) {
            return known.isEmpty() || chance.of(0.04) ? type.apply(id()) : chance.pick(known);
        }
    }

    private Window window() {
        return moments.window(chance);
    }

    private String id() {
        return chance.pick(pool);
    }

    private TokenHash newHash() {
        String secret = "changed secret " + secrets.size();
        secrets.add(secret);
        return TokenHash.ofClearText(secret);
    }

    /** The secrets of all tokens and codes drawn so far, in the clear. */
    public List<String> secrets() {
        return secrets;
    }

    private static List<TokenHash> hashes(Policy policy) {
        List<Token> tokens = new ArrayList<>();
        policy.users().values().forEach(user -> tokens.addAll(user.tokens()));
        policy.publicLinks().values().forEach(link -> tokens.addAll(link.tokens()));
        policy.workspaces()
                .values()
                .forEach(
                        workspace -> workspace.apiUsers().values().forEach(apiUser -> tokens.addAll(apiUser.tokens())));
        return tokens.stream().map(Token::hash).toList();
    }

    /** The catalogue with its permissions in another order, one more, and other implications. */
    private Catalogue catalogue(Catalogue old) {
        Catalogue.Builder builder = Catalogue.builder();
        for (Scope scope : Scope.values()) {
            List<Permission> list =
                    new ArrayList<>(chance.shuffled(old.permissions(scope).list()));
            if (list.size() < 64 && chance.of(0.3)) {
                list.add(new Permission(scope, "new_" + list.size()));
            }
            if (chance.of(0.1) && !list.isEmpty()) {
                list.remove(0);
            }
            for (int i = 0; i < list.size(); i++) {
                Permission permission = list.get(i);
                List<String> implied =
                        i > 0 && chance.of(0.3) ? List.of(list.get(0).name()) : List.of();
                boolean implicit = scope == Scope.DEVICE
                        && old.permissions(scope).implicit().contains(permission);
                define(builder, permission, implied, implicit);
            }
        }
        try {
            builder.defaultCeiling(old.defaultCeiling().names().toArray(String[]::new));
            for (LinkMode mode : LinkMode.values()) {
                old.linkMode(mode)
                        .ifPresent(set -> builder.publicLinks(mode, set.names().toArray(String[]::new)));
            }
            old.actions().forEach(action -> add(action, builder));
            return builder.build();
        } catch (IllegalArgumentException e) {
            return old;
        }
    }

    private static void define(
            Catalogue.Builder builder, Permission permission, List<String> implied, boolean implicit) {
        switch (permission.scope()) {
            case DEVICE ->
                builder.devicePermission(permission.name(), p -> {
                    p.implies(implied);
                    if (implicit) {
                        p.implicit();
                    }
                });
            case WORKSPACE -> builder.workspacePermission(permission.name(), p -> p.implies(implied));
            case ORGANIZATION -> builder.organizationPermission(permission.name(), p -> p.implies(implied));
        }
    }

    private static void add(Action action, Catalogue.Builder builder) {
        switch (action.scope().orElseThrow()) {
            case DEVICE ->
                builder.deviceAction(action.name(), a -> {
                    a.device(action.devicePermissions().names())
                            .workspace(action.workspacePermissions().names());
                    if (action.owningWorkspaceOnly()) {
                        a.owningWorkspaceOnly();
                    }
                });
            case WORKSPACE ->
                builder.workspaceAction(
                        action.name(),
                        a -> a.workspace(action.workspacePermissions().names()));
            case ORGANIZATION ->
                builder.organizationAction(action.name(), a -> {
                    a.organization(action.organizationPermissions().names());
                    if (action.ownerOnly()) {
                        a.ownerOnly();
                    }
                });
        }
    }
}
