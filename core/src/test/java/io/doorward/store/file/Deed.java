package io.doorward.store.file;

import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.UserChange.DeleteUser;
import io.doorward.change.WorkspaceChange.EditWorkspace;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.TeamId;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.WorkspacePermissions;
import io.doorward.store.ApplyOptions;
import io.doorward.store.Author;
import io.doorward.token.TokenHash;
import java.util.ArrayList;
import java.util.List;

/**
 * One change set of a writer in a test: it fits whatever others do, leaves a mark of its own, and gives both workspaces the same
 * name, so that half of it shows. An immutable value.
 */
record Deed(String writer, int number) {

    static final WorkspaceId PLANT = new WorkspaceId("plant");
    static final WorkspaceId OFFICE = new WorkspaceId("office");

    private static final PrincipalId ALICE = new PrincipalId("alice");
    private static final TokenHash LAPTOP = TokenHash.ofClearText("alice-laptop");
    private static final int DEVICES = 100;

    /** What deeds start from, with so many grants, by hundreds. */
    static Policy start(int grants) {
        PolicyBuilder policy =
                Policy.builder().user("alice", user -> user.token(LAPTOP, token -> token.name("laptop")));
        for (int i = 0; i < grants / DEVICES; i++) {
            policy.user("member-" + i);
        }
        return policy.workspace(
                        "office",
                        w -> w.member(
                                "alice", m -> m.permissions(WorkspacePermissions.BASICS, WorkspacePermissions.MEMBERS)))
                .workspace("plant", w -> {
                    w.member("alice", m -> m.permissions(WorkspacePermissions.BASICS, WorkspacePermissions.MEMBERS));
                    for (int i = 0; i < DEVICES; i++) {
                        w.device("device-" + i);
                    }
                    for (int i = 0; i < grants / DEVICES; i++) {
                        w.member("member-" + i, m -> {
                            for (int j = 0; j < DEVICES; j++) {
                                m.device("device-" + j, DevicePermissions.EDIT_BASICS);
                            }
                        });
                    }
                })
                .build();
    }

    Deed next() {
        return new Deed(writer, number + 1);
    }

    ChangeSet changes() {
        List<Change> changes = new ArrayList<>();
        changes.add(new EditWorkspace(PLANT, mark(), null));
        changes.add(isAlices() ? new CreateTeam(PLANT, new TeamId(mark()), null) : user(mark()));
        if (!isAlices() && number % 5 == 4) {
            changes.add(new DeleteUser(new PrincipalId(new Deed(writer, number - 3).mark())));
        }
        changes.add(new EditWorkspace(OFFICE, mark(), null));
        return ChangeSet.of(changes);
    }

    static CreateUser user(String id) {
        return new CreateUser(new PrincipalId(id), null, null);
    }

    ApplyOptions options() {
        return isAlices() ? ApplyOptions.as(ALICE, LAPTOP) : ApplyOptions.host();
    }

    Author author() {
        return isAlices() ? new Author(ALICE, "laptop") : Author.HOST;
    }

    /** Whether the deed, as the newest of its writer, was done. */
    boolean isIn(Policy policy) {
        return isAlices()
                ? plant(policy).teams().containsKey(new TeamId(mark()))
                : policy.users().containsKey(new PrincipalId(mark()));
    }

    /** Whether every deed in it was done whole. */
    static boolean isWhole(Policy policy) {
        String name = plant(policy).name();
        String other = policy.workspaces().get(OFFICE).name();
        return name == null ? other == null : name.equals(other);
    }

    private static Workspace plant(Policy policy) {
        return policy.workspaces().get(PLANT);
    }

    private boolean isAlices() {
        return number % 3 == 2;
    }

    private String mark() {
        return writer + "-" + number;
    }
}
