package io.doorward.model;

import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import io.doorward.problem.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns lists of permissions into sets of the policy's catalogue; equal lists share one set. */
final class PermissionSets {

    private final @Nullable Catalogue catalogue;
    private final Problems problems;
    private final Map<Scope, Map<List<Permission>, PermissionSet>> known = new HashMap<>();
    private final Map<PermissionSet, Grant> grants = new HashMap<>();

    /** Without a catalogue, whose problems are known already, sets stay empty and nothing more is reported. */
    PermissionSets(@Nullable Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    PermissionSet of(Scope scope, List<Permission> list, RowBuilder<?> row) {
        Map<List<Permission>, PermissionSet> ofScope = known.computeIfAbsent(scope, s -> new HashMap<>());
        PermissionSet set = ofScope.get(list);
        if (set == null) {
            if (catalogue == null) {
                return Catalogue.defaults().permissions(scope).none();
            }
            Permissions permissions = catalogue.permissions(scope);
            if (!isSound(permissions, list, row)) {
                return permissions.none();
            }
            set = permissions.of(list);
            ofScope.put(List.copyOf(list), set);
        }
        return set;
    }

    Grant grant(GrantDraft draft) {
        PermissionSet set = of(Scope.DEVICE, draft.permissions, draft.row);
        Window window = draft.row.window(problems);
        return window.isAlways() ? grants.computeIfAbsent(set, s -> new Grant(s, window)) : new Grant(set, window);
    }

    private boolean isSound(Permissions permissions, List<Permission> list, RowBuilder<?> row) {
        boolean sound = true;
        Set<Permission> seen = new HashSet<>();
        String scope = permissions.scope().word();
        for (Permission permission : list) {
            String name = Problem.quoted(permission.name());
            String fault;
            if (permission.scope() != permissions.scope()) {
                fault = "names the " + permission.scope().word() + " permission " + name + " where only " + scope
                        + " permissions can stand; remove it";
            } else if (permissions.find(permission.name()).isEmpty()) {
                fault = "names the " + scope + " permission " + name + ", which the catalogue does not have"
                        + hint(permission.name()) + "; it has " + permissions.list();
            } else if (!seen.add(permission)) {
                fault = "names the " + scope + " permission " + name + " twice; keep one of them";
            } else {
                continue;
            }
            problems.add(row, "The " + row.whatAndWhere() + " " + fault);
            sound = false;
        }
        return sound;
    }

    /** Says in which scope there is a permission of that name, if in any: lists of two scopes are easily mixed up. */
    private String hint(String name) {
        for (Scope scope : Scope.values()) {
            if (catalogue != null && catalogue.permissions(scope).find(name).isPresent()) {
                return " (" + name + " is a permission of the scope " + scope.word() + ")";
            }
        }
        return "";
    }
}
