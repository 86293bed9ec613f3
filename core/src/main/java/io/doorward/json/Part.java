package io.doorward.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A component of a change, and the keys by which a document gives it.
 *
 * @param rule which of the keys a change must have
 * @param keys in the order in which they are written
 * @param reading makes the component of the keys' values; gives null where they are absent, or after a problem was reported
 * @param writing puts a component that is not null into an object
 */
record Part<V>(
        Rule rule,
        ImmutableList<ChangeKey<?>> keys,
        Function<ChangeValues, @Nullable V> reading,
        BiConsumer<ObjectNode, V> writing) {

    /** Which keys of a part must be there. */
    enum Rule {
        /** All of them. */
        REQUIRED,
        /** None of them. */
        OPTIONAL,
        /** One of them and not two. */
        EXACTLY_ONE
    }

    /** A component that must be there. */
    static <V> Part<V> required(ChangeKey<V> key) {
        return required(key, value -> value, key::write);
    }

    /** A component that may be null, which an absent key says. */
    static <V> Part<V> optional(ChangeKey<V> key) {
        return new Part<>(
                Rule.OPTIONAL,
                ImmutableList.of(key),
                values -> values.get(key),
                (row, value) -> row.set(key.name(), key.write(value)));
    }

    /** A list that an absent key says is empty. */
    static <E> Part<List<E>> orEmpty(ChangeKey<List<E>> key) {
        return orEmpty(key, list -> list, key::write);
    }

    /** Permissions of one scope, which must be there. */
    static Part<List<Permission>> permissions(ChangeKey<List<Permission>> key, Scope scope) {
        return required(key, list -> ofScope(scope, list), list -> names(scope, list));
    }

    /** Permissions of one scope; none where the key is absent. */
    static Part<List<Permission>> permissionsOrNone(ChangeKey<List<Permission>> key, Scope scope) {
        return orEmpty(key, list -> ofScope(scope, list), list -> names(scope, list));
    }

    /** Reads the component; only of a sound change the answer counts. */
    // NullAway: where null is no component, what was read so is not sound.
    @SuppressWarnings("NullAway")
    V read(ChangeValues values) {
        return reading.apply(values);
    }

    /** Puts a component into the object of its change. */
    @SuppressWarnings("unchecked") // who writes has taken the component from a change that has this part
    void write(ObjectNode row, @Nullable Object component) {
        if (component != null) {
            writing.accept(row, (V) component);
        }
    }

    /** The same permissions, in that scope: a document gives only their names. */
    static List<Permission> ofScope(Scope scope, List<Permission> list) {
        return scope == Scope.DEVICE
                ? list
                : list.stream()
                        .map(permission -> new Permission(scope, permission.name()))
                        .toList();
    }

    /**
     * The names of permissions.
     *
     * @throws IllegalArgumentException if one is of another scope or stands twice, so that they would not be read back
     */
    static JsonNode names(Scope scope, List<Permission> list) {
        Set<String> seen = new HashSet<>();
        ArrayNode names = Rows.list();
        for (Permission permission : list) {
            if (permission.scope() != scope) {
                throw new IllegalArgumentException("The " + permission.scope().word() + " permission "
                        + permission.name() + " stands where only " + scope.word() + " permissions can.");
            }
            if (!seen.add(permission.name())) {
                throw new IllegalArgumentException(
                        "The " + scope.word() + " permission " + permission.name() + " stands twice in a list.");
            }
            names.add(permission.name());
        }
        return names;
    }

    private static <V> Part<V> required(ChangeKey<V> key, Function<V, V> made, Function<V, JsonNode> written) {
        return new Part<>(
                Rule.REQUIRED,
                ImmutableList.of(key),
                values -> {
                    if (!values.has(key)) {
                        values.missing(key);
                    }
                    V value = values.get(key);
                    return value == null ? null : made.apply(value);
                },
                (row, value) -> row.set(key.name(), written.apply(value)));
    }

    private static <E> Part<List<E>> orEmpty(
            ChangeKey<List<E>> key, Function<List<E>, List<E>> made, Function<List<E>, JsonNode> written) {
        return new Part<>(
                Rule.OPTIONAL,
                ImmutableList.of(key),
                values -> {
                    List<E> list = values.get(key);
                    return list == null ? List.of() : made.apply(list);
                },
                (row, list) -> {
                    if (!list.isEmpty()) {
                        row.set(key.name(), written.apply(list));
                    }
                });
    }
}
