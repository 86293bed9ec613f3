package io.doorward.permission;

import java.util.Locale;
import java.util.Optional;

/** What a permission is held in, and what an action is asked on. */
public enum Scope {
    /** A group of workspaces with an owner. */
    ORGANIZATION,
    /** A tenant: its members, teams, devices and all that belongs to them. */
    WORKSPACE,
    /** A single device. */
    DEVICE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The scope as documents and messages write it: its name in lower case. */
    public String word() {
        return word;
    }

    /**
     * The scope that a word writes.
     *
     * @param word any text
     * @return empty unless it is exactly the {@link #word()} of a scope
     */
    public static Optional<Scope> find(String word) {
        for (Scope scope : values()) {
            if (scope.word.equals(word)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
