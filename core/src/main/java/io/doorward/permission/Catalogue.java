package io.doorward.permission;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Place;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of each scope, what they imply, and the actions that take them.
 *
 * <p>An immutable value, safe to share between threads. Catalogues are equal if they define the
 * same in the same order. Every policy has one; {@link #defaults()} is that of a policy which says
 * nothing else. No argument may be null unless it says so.
 */
public final class Catalogue {

    private final Permissions organization;
    private final Permissions workspace;
    private final Permissions device;
    private final PermissionSet defaultCeiling;
    private final ImmutableMap<LinkMode, PermissionSet> linkModes;

    /** In the order listed. */
    private final ImmutableMap<String, Action> actions;

    /** Invariant: the draft has been checked and every name that it refers to exists. */
    Catalogue(CatalogueDraft draft) {
        this.organization = draft.permissions(Scope.ORGANIZATION).compile();
        this.workspace = draft.permissions(Scope.WORKSPACE).compile();
        this.device = draft.permissions(Scope.DEVICE).compile();
        NameList ceiling = draft.ceiling();
        this.defaultCeiling = ceiling == null ? device.all() : device.named(ceiling.names());
        Map<LinkMode, PermissionSet> modes = new EnumMap<>(LinkMode.class);
        draft.linkModes().forEach((mode, list) -> modes.put(mode, device.named(list.names())));
        this.linkModes = Maps.immutableEnumMap(modes);
        ImmutableMap.Builder<String, Action> defined = ImmutableMap.builder();
        for (ActionDraft action : draft.actions()) {
            defined.put(
                    action.name(),
                    Action.defined(
                            this,
                            action,
                            device.named(action.needs(Scope.DEVICE)),
                            workspace.named(action.needs(Scope.WORKSPACE)),
                            organization.named(action.needs(Scope.ORGANIZATION))));
        }
        this.actions = defined.buildOrThrow();
    }

    /**
     * The catalogue of a platform for connected devices, as {@link OrganizationPermissions}, {@link
     * WorkspacePermissions}, {@link DevicePermissions} and {@link Actions} list it. Always the same
     * instance.
     */
    public static Catalogue defaults() {
        return DefaultCatalogue.INSTANCE;
    }

    /** A builder without a permission or an action; what it builds as it stands is legal. */
    public static Builder builder() {
        return new Builder();
    }

    /** The permissions that are held in an organization. */
    public Permissions organization() {
        return organization;
    }

    /** The permissions that are held in a workspace. */
    public Permissions workspace() {
        return workspace;
    }

    /** The permissions that are held on a device. */
    public Permissions device() {
        return device;
    }

    /** The permissions of a scope. */
    public Permissions permissions(Scope scope) {
        return switch (scope) {
            case ORGANIZATION -> organization;
            case WORKSPACE -> workspace;
            case DEVICE -> device;
        };
    }

    /**
     * The ceiling of a claim that names none, as written; {@link PermissionSet#asGrant()} is what it
     * leaves.
     */
    public PermissionSet defaultCeiling() {
        return defaultCeiling;
    }

    /**
     * The device permissions of a public link, as written; {@link PermissionSet#asGrant()} is what it
     * carries.
     *
     * @return empty if this catalogue has no public links of that mode
     */
    public Optional<PermissionSet> linkMode(LinkMode mode) {
        return Optional.ofNullable(linkModes.get(requireNonNull(mode, "mode")));
    }

    /**
     * The action of that name.
     *
     * @param name any text, compared exactly
     * @return empty if there is none
     */
    public Optional<Action> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    /** All actions in the order listed; immutable. */
    public List<Action> actions() {
        return actions.values().asList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Catalogue that
                        && organization.equals(that.organization)
                        && workspace.equals(that.workspace)
                        && device.equals(that.device)
                        && defaultCeiling.equals(that.defaultCeiling)
                        && linkModes.equals(that.linkModes)
                        && actions().equals(that.actions()));
    }

    @Override
    public int hashCode() {
        int vocabulary = 31 * (31 * organization.hashCode() + workspace.hashCode()) + device.hashCode();
        return 31 * vocabulary + actions().hashCode();
    }

    /** How much it defines, such as {@code catalogue of 21 permissions and 34 actions}. */
    @Override
    public String toString() {
        int permissions = organization.size() + workspace.size() + device.size();
        return "catalogue of " + permissions + " permissions and " + actions.size() + " actions";
    }

    /**
     * Collects the rows of a catalogue, in the order of their bits. For one thread at a time. Nothing
     * is checked before {@link #build()}, which then reports everything; rows may refer to rows that
     * follow.
     */
    public static final class Builder {

        private final CatalogueDraft draft = new CatalogueDraft();

        private Builder() {}

        /** Adds a device permission that implies nothing. */
        public Builder devicePermission(String name) {
            return permission(Scope.DEVICE, name, permission -> {});
        }

        /** Adds a device permission; the consumer says more of it, at once. */
        public Builder devicePermission(String name, Consumer<PermissionBuilder> permission) {
            return permission(Scope.DEVICE, name, permission);
        }

        /** Adds a workspace permission that implies nothing. */
        public Builder workspacePermission(String name) {
            return permission(Scope.WORKSPACE, name, permission -> {});
        }

        /** Adds a workspace permission; the consumer says more of it, at once. */
        public Builder workspacePermission(String name, Consumer<PermissionBuilder> permission) {
            return permission(Scope.WORKSPACE, name, permission);
        }

        /** Adds an organization permission that implies nothing. */
        public Builder organizationPermission(String name) {
            return permission(Scope.ORGANIZATION, name, permission -> {});
        }

        /** Adds an organization permission; the consumer says more of it, at once. */
        public Builder organizationPermission(String name, Consumer<PermissionBuilder> permission) {
            return permission(Scope.ORGANIZATION, name, permission);
        }

        /** Sets the ceiling of claims that name none; without this it is every device permission. */
        public Builder defaultCeiling(String... permissions) {
            return defaultCeiling(Arrays.asList(permissions), null);
        }

        /**
         * Sets the ceiling of claims that name none; without this it is every device permission.
         *
         * @param place where it is written, for problems; may be null
         */
        public Builder defaultCeiling(Collection<String> permissions, @Nullable Place place) {
            draft.addCeiling(new NameList(permissions, place));
            return this;
        }

        /** Allows public links of a mode and says what they carry; without this there are none. */
        public Builder publicLinks(LinkMode mode, String... permissions) {
            return publicLinks(mode, Arrays.asList(permissions), null);
        }

        /**
         * Allows public links of a mode and says what they carry; without this there are none.
         *
         * @param place where it is written, for problems; may be null
         */
        public Builder publicLinks(LinkMode mode, Collection<String> permissions, @Nullable Place place) {
            draft.addLinkMode(requireNonNull(mode, "mode"), new NameList(permissions, place));
            return this;
        }

        /** Adds an action that is asked on a device; the consumer says what it takes, at once. */
        public Builder deviceAction(String name, Consumer<DeviceActionBuilder> action) {
            action.accept(new DeviceActionBuilder(action(Scope.DEVICE, name)));
            return this;
        }

        /** Adds an action that is asked on a workspace; the consumer says what it takes, at once. */
        public Builder workspaceAction(String name, Consumer<WorkspaceActionBuilder> action) {
            action.accept(new WorkspaceActionBuilder(action(Scope.WORKSPACE, name)));
            return this;
        }

        /** Adds an action that is asked on an organization; the consumer says what it takes, at once. */
        public Builder organizationAction(String name, Consumer<OrganizationActionBuilder> action) {
            action.accept(new OrganizationActionBuilder(action(Scope.ORGANIZATION, name)));
            return this;
        }

        /**
         * The catalogue of all rows so far. The builder may be used on.
         *
         * @throws InvalidPolicyException with everything that is wrong
         */
        public Catalogue build() {
            draft.check();
            return new Catalogue(draft);
        }

        private Builder permission(Scope scope, String name, Consumer<PermissionBuilder> consumer) {
            PermissionBuilder permission = new PermissionBuilder(requireNonNull(name, "name"));
            consumer.accept(permission);
            draft.permissions(scope).add(permission);
            return this;
        }

        private ActionDraft action(Scope scope, String name) {
            ActionDraft action = new ActionDraft(scope, requireNonNull(name, "name"));
            draft.addAction(action);
            return action;
        }
    }
}
