package io.doorward.permission;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to do: the scope it is asked on, and the permissions it takes, all of them.
 *
 * <p>An action is either <i>defined</i>, by a {@link Catalogue}, or <i>only named</i>, by {@link
 * #named}: then an evaluator looks the name up in the catalogue of its policy. An immutable value,
 * safe to share between threads. Defined actions are equal if their definitions are, those only
 * named if their names are; the two kinds are never equal.
 */
public final class Action {

    private final String name;

    /** Null for an action that is only named. */
    private final @Nullable Definition definition;

    /** What a catalogue says of an action. Its equality leaves the catalogue itself out. */
    private record Definition(
            Catalogue catalogue,
            Scope scope,
            PermissionSet device,
            PermissionSet workspace,
            PermissionSet organization,
            boolean owningWorkspaceOnly,
            boolean ownerOnly) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Definition that
                    && scope == that.scope
                    && device.equals(that.device)
                    && workspace.equals(that.workspace)
                    && organization.equals(that.organization)
                    && owningWorkspaceOnly == that.owningWorkspaceOnly
                    && ownerOnly == that.ownerOnly;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * device.hashCode() + workspace.hashCode()) + organization.hashCode();
        }
    }

    private Action(String name, @Nullable Definition definition) {
        this.name = name;
        this.definition = definition;
    }

    /**
     * An action known by its name only.
     *
     * @param name any text: one that a policy's catalogue does not list is a denial, never an error
     */
    public static Action named(String name) {
        return new Action(requireNonNull(name, "name"), null);
    }

    /** An action as a catalogue defines it; sets that are not of its scope are empty. */
    static Action defined(
            Catalogue catalogue,
            ActionDraft draft,
            PermissionSet device,
            PermissionSet workspace,
            PermissionSet organization) {
        return new Action(
                draft.name(),
                new Definition(
                        catalogue,
                        draft.scope(),
                        device,
                        workspace,
                        organization,
                        draft.owningWorkspaceOnly(),
                        draft.ownerOnly()));
    }

    /** The name, such as {@code device.edit}. */
    public String name() {
        return name;
    }

    /** Whether a catalogue defines it; if not, it is only named. */
    public boolean isDefined() {
        return definition != null;
    }

    /** The scope that it is asked on; empty for an action that is only named. */
    public Optional<Scope> scope() {
        return definition == null ? Optional.empty() : Optional.of(definition.scope);
    }

    /** Whether a catalogue defines it for this scope. */
    public boolean isAskedOn(Scope scope) {
        return definition != null && definition.scope == scope;
    }

    /**
     * The device permissions that it takes, as written; empty for actions of other scopes.
     *
     * @throws IllegalStateException if it is only named
     */
    public PermissionSet devicePermissions() {
        return requireDefinition().device;
    }

    /**
     * The workspace permissions that it takes, as written; empty for organization actions.
     *
     * @throws IllegalStateException if it is only named
     */
    public PermissionSet workspacePermissions() {
        return requireDefinition().workspace;
    }

    /**
     * The organization permissions that it takes, as written; empty for actions of other scopes.
     *
     * @throws IllegalStateException if it is only named
     */
    public PermissionSet organizationPermissions() {
        return requireDefinition().organization;
    }

    /**
     * Whether the right to it must come through the workspace that owns the device, not through a
     * claim. False for actions of other scopes than {@link Scope#DEVICE}.
     *
     * @throws IllegalStateException if it is only named
     */
    public boolean owningWorkspaceOnly() {
        return requireDefinition().owningWorkspaceOnly;
    }

    /**
     * Whether only the owner of an organization may do it, whatever permissions an admin holds. False
     * for actions of other scopes than {@link Scope#ORGANIZATION}.
     *
     * @throws IllegalStateException if it is only named
     */
    public boolean ownerOnly() {
        return requireDefinition().ownerOnly;
    }

    /**
     * The very catalogue that defines it, so that an evaluator of that catalogue can use the action
     * without looking it up; null for an action that is only named. Plays no part in equality.
     */
    public @Nullable Catalogue definedBy() {
        return definition == null ? null : definition.catalogue;
    }

    private Definition requireDefinition() {
        Definition known = definition;
        if (known == null) {
            throw new IllegalStateException(
                    "The action is known by its name only; look it up in a catalogue to see what it takes.");
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Action that
                        && name.equals(that.name)
                        && (definition == null ? that.definition == null : definition.equals(that.definition)));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
