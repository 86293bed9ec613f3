package io.doorward.json;

import io.doorward.document.DocumentReader;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import io.doorward.problem.Problem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lists of permissions of one scope; equal lists are one object. */
final class PermissionLists {

    private final DocumentReader document;
    private final Scope scope;
    private final Map<String, Permission> permissions = new HashMap<>();

    /** By the names, joined by commas: strings sort, so that crafted lists of one hash do not make this slow. */
    private final Map<String, List<Permission>> lists = new HashMap<>();

    PermissionLists(DocumentReader document, Scope scope) {
        this.document = document;
        this.scope = scope;
    }

    /** The list that stands here, without what is wrong in it; whether the catalogue has them is found out later. */
    List<Permission> read() {
        Map<String, Permission> list = new LinkedHashMap<>();
        document.each(() -> {
            Permission permission = readOne();
            if (permission != null && list.putIfAbsent(permission.name(), permission) != null) {
                String name = Problem.quoted(permission.name());
                document.problem(document.here(), "The permission " + name + " stands twice in this list; keep one.");
            }
        });
        return lists.computeIfAbsent(String.join(",", list.keySet()), absent -> List.copyOf(list.values()));
    }

    private @Nullable Permission readOne() {
        String name = document.text();
        if (name == null) {
            return null;
        }
        try {
            return permissions.computeIfAbsent(name, absent -> new Permission(scope, name));
        } catch (IllegalArgumentException e) {
            document.problem(document.here(), String.valueOf(e.getMessage()));
            return null;
        }
    }
}
