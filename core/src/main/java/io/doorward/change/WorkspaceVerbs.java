package io.doorward.change;

import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.change.WorkspaceChange.DeleteWorkspace;
import io.doorward.change.WorkspaceChange.EditWorkspace;
import io.doorward.change.WorkspaceChange.MoveWorkspace;
import io.doorward.change.WorkspaceChange.SuspendWorkspace;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.Rights;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceEditor;
import io.doorward.permission.Catalogue;
import io.doorward.persistent.PersistentSortedMap;

/** How workspaces as a whole change. */
final class WorkspaceVerbs {

    private WorkspaceVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateWorkspace.class, WorkspaceVerbs::create)
                .on(EditWorkspace.class, (change, edit) -> {
                    WorkspaceEditor workspace = edit.workspace(change.workspace());
                    if (workspace != null) {
                        workspace.rename(change.name(), change.slug());
                    }
                })
                .on(SuspendWorkspace.class, (change, edit) -> {
                    WorkspaceEditor workspace = edit.workspace(change.workspace());
                    if (workspace != null) {
                        workspace.suspend(change.suspended());
                    }
                })
                .on(MoveWorkspace.class, (change, edit) -> {
                    WorkspaceEditor workspace = edit.workspace(change.workspace());
                    if (workspace != null) {
                        workspace.moveTo(change.organization());
                    }
                })
                .on(DeleteWorkspace.class, (change, edit) -> {
                    WorkspaceEditor workspace = edit.workspace(change.workspace());
                    if (workspace != null) {
                        edit.goneDevices().addAll(workspace.devices().keySet());
                        edit.policy().removeWorkspace(change.workspace());
                    }
                });
    }

    private static void create(CreateWorkspace change, Edit edit) {
        if (edit.policy().workspace(change.workspace()) != null) {
            edit.problem("The workspace id " + Edit.quoted(change.workspace()) + " is taken; choose another id.");
            return;
        }
        WorkspaceEditor workspace = edit.policy().createWorkspace(change.workspace());
        workspace.rename(change.name(), change.slug());
        workspace.moveTo(change.organization());
        PrincipalId maker = edit.author();
        if (maker != null) {
            Catalogue catalogue = edit.policy().catalogue();
            Rights everything = new Rights(
                    catalogue.workspace().all(),
                    new Grant(catalogue.device().all(), Window.ALWAYS),
                    PersistentSortedMap.of(),
                    PersistentSortedMap.of());
            workspace.put(new Member(maker, everything, Window.ALWAYS));
        }
    }
}
