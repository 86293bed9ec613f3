package io.doorward.store.file;

import io.doorward.model.Grant;
import io.doorward.model.Rights;
import io.doorward.model.Token;
import io.doorward.model.Window;
import io.doorward.permission.PermissionSet;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Sentences on what a row was and what it is. Nothing is said of what is the same. Sets of permissions are compared by names,
 * for they may be of two catalogues. Tokens are called by their names, never by their hashes.
 */
final class Sentences {

    private final List<String> list = new ArrayList<>();

    List<String> list() {
        return List.copyOf(list);
    }

    void add(String sentence) {
        list.add(sentence);
    }

    void presence(String row, @Nullable Object old, @Nullable Object now) {
        if (old == null && now != null) {
            add(row + " is new");
        } else if (old != null && now == null) {
            add(row + " is gone");
        }
    }

    void suspension(String row, boolean old, boolean now) {
        if (old != now) {
            add(row + (now ? " is suspended" : " is suspended no longer"));
        }
    }

    /** That something belongs to another thing than before; null for none. */
    void other(String row, String verb, String kind, @Nullable Object old, @Nullable Object now) {
        if (!Objects.equals(old, now)) {
            add(row + " " + verb + " " + named(kind, now) + (old == null ? "" : " instead of " + named(kind, old)));
        }
    }

    private static String named(String kind, @Nullable Object id) {
        return id == null ? "no " + kind : kind + " " + Problem.quoted(id.toString());
    }

    /** That a row is valid at another time than before, or, for one that is new, not always. */
    void validity(String row, @Nullable Window old, Window now) {
        if (!now.equals(old == null ? Window.ALWAYS : old)) {
            add(row + " is valid " + words(now) + (old == null ? "" : " instead of " + words(old)));
        }
    }

    private static String words(Window window) {
        if (window.isAlways()) {
            return "always";
        }
        String from = window.notBefore() == null ? "" : "from " + window.notBefore();
        String until = window.expiresAt() == null ? "" : "until " + window.expiresAt();
        return from + (from.isEmpty() || until.isEmpty() ? "" : " ") + until;
    }

    /** What a holder's set has more and what it has less; null for none, which differs from an empty one. */
    void permissions(String holder, String place, @Nullable PermissionSet old, @Nullable PermissionSet now) {
        Set<String> had = names(old);
        Set<String> has = names(now);
        gains(holder, "gains", without(has, had), place);
        gains(holder, "loses", without(had, has), place);
    }

    private void gains(String holder, String verb, Set<String> names, String place) {
        if (!names.isEmpty()) {
            add(holder + " " + verb + " " + String.join(", ", names) + place);
        }
    }

    private static Set<String> names(@Nullable PermissionSet set) {
        return set == null ? Set.of() : new LinkedHashSet<>(set.names());
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    void rights(String holder, @Nullable Rights old, @Nullable Rights now) {
        permissions(
                holder,
                " on the workspace",
                old == null ? null : old.permissions().closed(),
                now == null ? null : now.permissions().closed());
        grant(holder, " on all devices", old == null ? null : old.allDevices(), now == null ? null : now.allDevices());
        grants(
                holder,
                " on product ",
                old == null ? PersistentSortedMap.of() : old.products(),
                now == null ? PersistentSortedMap.of() : now.products());
        grants(
                holder,
                " on device ",
                old == null ? PersistentSortedMap.of() : old.devices(),
                now == null ? PersistentSortedMap.of() : now.devices());
    }

    private <K extends Comparable<? super K>> void grants(
            String holder, String on, SortedMap<K, Grant> old, SortedMap<K, Grant> now) {
        PersistentSortedMap.copyOf(old)
                .differences(PersistentSortedMap.copyOf(now))
                .forEach((key, grant) ->
                        grant(holder, on + Problem.quoted(String.valueOf(key)), old.get(key), grant.orElse(null)));
    }

    private void grant(String holder, String place, @Nullable Grant old, @Nullable Grant now) {
        PermissionSet had = old == null ? null : old.permissions().asGrant();
        PermissionSet has = now == null ? null : now.permissions().asGrant();
        if (had == null && has != null && has.isEmpty()) {
            add(holder + " gains a bare grant" + place);
        } else if (has == null && had != null && had.isEmpty()) {
            add(holder + " loses a bare grant" + place);
        } else {
            permissions(holder, place, had, has);
        }
        if (now != null) {
            validity("the grant of " + holder + place, old == null ? null : old.window(), now.window());
        }
    }

    void tokens(String holder, List<Token> old, List<Token> now) {
        Map<Object, Token> before = new LinkedHashMap<>();
        old.forEach(token -> before.put(token.hash(), token));
        for (Token token : now) {
            token(holder, before.remove(token.hash()), token);
        }
        before.values().forEach(token -> add(holder + " loses " + name(token)));
    }

    private void token(String holder, @Nullable Token old, Token now) {
        if (old == null) {
            add(holder + " gains " + name(now));
        }
        String row = name(now) + " of " + holder;
        validity(row, old == null ? null : old.window(), now.window());
        boolean wasRevoked = old != null && old.revokedAt() != null;
        if (wasRevoked != (now.revokedAt() != null)) {
            add(row + (wasRevoked ? " is revoked no longer" : " is revoked"));
        }
    }

    private static String name(Token token) {
        return token.name() == null ? "a token without a name" : "token " + Problem.quoted(token.name());
    }
}
