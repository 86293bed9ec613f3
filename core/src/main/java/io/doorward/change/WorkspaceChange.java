package io.doorward.change;

import io.doorward.model.OrganizationId;
import io.doorward.model.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Changes of workspaces as a whole. */
public sealed interface WorkspaceChange extends Change {

    /**
     * Adds a workspace. A principal that does so becomes a member with every workspace permission and all devices.
     *
     * @param workspace an id that no workspace has
     * @param organization to which it belongs, or null for none
     * @param name what people call it, or null
     * @param slug unique among workspaces, or null
     */
    record CreateWorkspace(
            WorkspaceId workspace,
            @Nullable OrganizationId organization,
            @Nullable String name,
            @Nullable String slug) implements WorkspaceChange {}

    /**
     * Gives a workspace another name and another slug, both as they are given here.
     *
     * @param workspace which
     * @param name what people call it, or null
     * @param slug unique among workspaces, or null for none
     */
    record EditWorkspace(
            WorkspaceId workspace,
            @Nullable String name,
            @Nullable String slug) implements WorkspaceChange {}

    /**
     * Suspends a workspace, or lifts that.
     *
     * @param workspace which
     * @param suspended whether everything through it is denied from now on
     */
    record SuspendWorkspace(WorkspaceId workspace, boolean suspended) implements WorkspaceChange {}

    /**
     * Puts a workspace into another organization, or into none.
     *
     * @param workspace which
     * @param organization to which it belongs from now on, or null for none
     */
    record MoveWorkspace(WorkspaceId workspace, @Nullable OrganizationId organization) implements WorkspaceChange {}

    /**
     * Deletes a workspace with its devices, claims out of it and into it, API users, teams, memberships, links, invites and offers.
     *
     * @param workspace which
     */
    record DeleteWorkspace(WorkspaceId workspace) implements WorkspaceChange {}
}
