package io.doorward.admin;

import static io.doorward.problem.Problem.quoted;

import io.doorward.change.Transition;
import io.doorward.model.Organization;
import io.doorward.model.PolicyDelta;
import io.doorward.model.PrincipalId;
import io.doorward.permission.PermissionSet;
import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change set gives to admins of organizations, and what it takes from them: nobody gives what he does not hold there,
 * nor takes from the owner or from an admin who holds more. Not thread-safe.
 */
final class OrganizationRows {

    private final Transition transition;
    private final PrincipalId maker;
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();

    OrganizationRows(Transition transition, PrincipalId maker, Places places) {
        this.transition = transition;
        this.maker = maker;
        this.places = places;
    }

    List<Problem> problems() {
        PolicyDelta.between(transition.before(), transition.after())
                .organizations()
                .forEach((id, changed) -> {
                    Organization old = transition.before().organizations().get(id);
                    if (old != null && changed.isPresent()) {
                        compare(old, changed.get());
                    }
                });
        return List.copyOf(problems);
    }

    private void compare(Organization old, Organization now) {
        if (old.owner().equals(maker)) {
            return;
        }
        if (!old.owner().equals(now.owner())) {
            problems.add(new Problem(
                    places.of(RowKey.owner(now.id())),
                    "You need to be the owner of organization "
                            + quoted(now.id().value()) + " to give it to another."));
        }
        PermissionSet held = old.admins().get(maker);
        for (PrincipalId user : WrittenRows.changed(old.admins(), now.admins())) {
            compare(user, old, now, held == null ? null : held.closed());
        }
    }

    private void compare(PrincipalId user, Organization old, Organization now, @Nullable PermissionSet held) {
        String place = places.of(RowKey.admin(now.id(), user), RowKey.owner(now.id()));
        PermissionSet none = transition.before().catalogue().organization().none();
        PermissionSet mine = held == null ? none : held;
        PermissionSet was = old.admins().getOrDefault(user, none).closed();
        PermissionSet is = now.admins().getOrDefault(user, none).closed();
        PermissionSet uncovered = is.minus(was).minus(mine);
        String where = " in organization " + quoted(now.id().value());
        String name = RowKey.admin(now.id(), user).words();
        boolean isNew = now.admins().containsKey(user) && !old.admins().containsKey(user);
        if (!uncovered.isEmpty() || (isNew && held == null)) {
            String what = uncovered.isEmpty() ? "to be an admin" : String.join(", ", uncovered.names());
            problems.add(new Problem(place, "You need " + what + where + " to give it to " + name + "."));
        }
        boolean gone = old.admins().containsKey(user) && !now.admins().containsKey(user);
        if (user.equals(maker) || !(gone || !is.containsAll(was))) {
            return;
        }
        if (user.equals(old.owner())) {
            problems.add(new Problem(place, "You may not take anything from " + name + where + ", who owns it."));
        } else if (!mine.containsAll(was)) {
            problems.add(new Problem(
                    place,
                    "You need " + String.join(", ", was.minus(mine).names()) + where + " to take anything from " + name
                            + ", who holds that."));
        }
    }
}
