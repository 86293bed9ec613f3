package io.doorward.permission;

import static java.util.Objects.requireNonNull;

/**
 * A permission by scope and name: an immutable value that may or may not be in a given catalogue.
 *
 * @param scope what it is held in
 * @param name 1 to 64 characters of {@code a-z A-Z 0-9 _ . : -}; compared exactly
 */
public record Permission(Scope scope, String name) {

    /**
     * Makes a permission.
     *
     * @throws IllegalArgumentException if the name is not legal
     */
    public Permission {
        requireNonNull(scope, "scope");
        requireNonNull(name, "name");
        if (!Names.isLegal(name)) {
            throw new IllegalArgumentException(Names.refusal("permission", name));
        }
    }

    /** The device permission of that name; IllegalArgumentException if the name is not legal. */
    public static Permission device(String name) {
        return new Permission(Scope.DEVICE, name);
    }

    /** The workspace permission of that name; IllegalArgumentException if the name is not legal. */
    public static Permission workspace(String name) {
        return new Permission(Scope.WORKSPACE, name);
    }

    /** The organization permission of that name; IllegalArgumentException if it is not legal. */
    public static Permission organization(String name) {
        return new Permission(Scope.ORGANIZATION, name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
