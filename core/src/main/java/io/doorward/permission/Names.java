package io.doorward.permission;

import io.doorward.problem.Problem;

/** The syntax that names of permissions and of actions share. */
final class Names {

    private static final String SYNTAX = "1 to 64 characters of a-z A-Z 0-9 _ . : -";

    private static final int MAX_CHARACTERS = 64;

    private Names() {}

    static boolean isLegal(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_CHARACTERS
                && name.chars().allMatch(Names::isLegal);
    }

    /** The sentence for a name that is not legal. */
    static String refusal(String kind, String name) {
        return "The " + kind + " name " + Problem.quoted(name) + " is not legal; give it " + SYNTAX + ".";
    }

    private static boolean isLegal(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '.'
                || character == ':'
                || character == '-';
    }
}
