package io.doorward.change;

import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ApiUserChange.DeleteApiUser;
import io.doorward.change.ApiUserChange.RenameApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.model.ApiUser;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.Rights;
import io.doorward.model.WorkspaceEditor;
import java.util.List;
import java.util.function.UnaryOperator;

/** How API users change. */
final class ApiUserVerbs {

    private ApiUserVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateApiUser.class, ApiUserVerbs::create)
                .on(
                        RenameApiUser.class,
                        (change, edit) -> edit(
                                change.apiUser(),
                                edit,
                                old -> new ApiUser(old.id(), change.name(), old.suspended(), old.tokens())))
                .on(
                        SuspendApiUser.class,
                        (change, edit) -> edit(
                                change.apiUser(),
                                edit,
                                old -> new ApiUser(old.id(), old.name(), change.suspended(), old.tokens())))
                .on(DeleteApiUser.class, (change, edit) -> {
                    WorkspaceEditor home = edit.policy().home(change.apiUser());
                    if (home == null) {
                        unknown(change.apiUser(), edit);
                    } else {
                        home.removeApiUser(change.apiUser());
                    }
                });
    }

    private static void create(CreateApiUser change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        Rights rights = edit.rights(change.access());
        if (!edit.requireFree(change.apiUser()) || workspace == null) {
            return;
        }
        workspace.put(new ApiUser(change.apiUser(), change.name(), false, List.of()));
        if (!change.access().isNone() || !change.window().isAlways()) {
            workspace.put(new Member(change.apiUser(), rights, change.window()));
        }
    }

    private static void edit(PrincipalId id, Edit edit, UnaryOperator<ApiUser> change) {
        WorkspaceEditor home = edit.policy().home(id);
        ApiUser apiUser = home == null ? null : home.apiUsers().get(id);
        if (home == null || apiUser == null) {
            unknown(id, edit);
        } else {
            home.put(change.apply(apiUser));
        }
    }

    private static void unknown(PrincipalId id, Edit edit) {
        edit.problem("There is no API user " + Edit.quoted(id) + ".");
    }
}
