package io.doorward.change;

import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.UserChange.DeleteUser;
import io.doorward.change.UserChange.EditUser;
import io.doorward.change.UserChange.SuspendUser;
import io.doorward.model.PrincipalId;
import io.doorward.model.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How users change. */
final class UserVerbs {

    private UserVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateUser.class, UserVerbs::create)
                .on(EditUser.class, UserVerbs::edit)
                .on(SuspendUser.class, UserVerbs::suspend)
                .on(DeleteUser.class, UserVerbs::delete);
    }

    private static void create(CreateUser change, Edit edit) {
        if (edit.requireFree(change.user())) {
            edit.policy().put(new User(change.user(), change.email(), change.name(), false, List.of()));
        }
    }

    private static void edit(EditUser change, Edit edit) {
        User user = user(change.user(), edit);
        if (user != null) {
            edit.policy().put(new User(user.id(), change.email(), change.name(), user.suspended(), user.tokens()));
        }
    }

    private static void suspend(SuspendUser change, Edit edit) {
        User user = user(change.user(), edit);
        if (user != null) {
            edit.policy().put(new User(user.id(), user.email(), user.name(), change.suspended(), user.tokens()));
        }
    }

    private static void delete(DeleteUser change, Edit edit) {
        if (user(change.user(), edit) != null) {
            edit.policy().removeUser(change.user());
        }
    }

    private static @Nullable User user(PrincipalId id, Edit edit) {
        User user = edit.policy().users().get(id);
        if (user == null) {
            edit.problem("There is no user " + Edit.quoted(id) + ".");
        }
        return user;
    }
}
