package io.doorward.cli;

import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.problem.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Policies by the word that a user names them with. Stateless. */
final class Policies {

    private Policies() {}

    /**
     * Reads a policy.
     *
     * @throws Refusal if it cannot be read, or with all of its problems
     */
    static Policy read(String name) {
        try {
            return readOrThrow(name);
        } catch (InvalidPolicyException e) {
            throw Refusal.of(name, e);
        }
    }

    /**
     * Reads a policy whose problems are of interest by themselves.
     *
     * @throws Refusal if it cannot be read
     * @throws InvalidPolicyException with all of its problems
     */
    static Policy readOrThrow(String name) {
        if (name.startsWith("jdbc:")) {
            throw new Refusal("jdbc: policies in a database are not in this version; give a policy file.");
        }
        try {
            return PolicyJson.read(Path.of(name));
        } catch (InvalidPathException | IOException e) {
            throw new Refusal(name + ": " + Unreadable.reason(name, e));
        }
    }
}
