package io.doorward.cli;

import io.doorward.json.ChangesDocument;
import io.doorward.json.ChangesJson;
import io.doorward.problem.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Change sets by the word that a user names them with. Stateless. */
final class ChangeSets {

    private static final String STANDARD_INPUT = "-";

    private ChangeSets() {}

    /**
     * Reads a change set; {@code -} is standard input.
     *
     * @throws Refusal if it cannot be read, or with all of its problems
     */
    static ChangesDocument read(String name, Console console) {
        return name.equals(STANDARD_INPUT) ? readStandardInput(console) : readFile(name);
    }

    private static ChangesDocument readStandardInput(Console console) {
        try {
            return ChangesJson.read(console.in());
        } catch (InvalidPolicyException e) {
            throw Refusal.of("standard input", e);
        } catch (IOException e) {
            throw new Refusal("The changes cannot be read from standard input (" + e.getMessage() + ").");
        }
    }

    private static ChangesDocument readFile(String name) {
        try {
            return ChangesJson.read(Path.of(name));
        } catch (InvalidPolicyException e) {
            throw Refusal.of(name, e);
        } catch (InvalidPathException | IOException e) {
            throw new Refusal(name + ": " + Unreadable.reason(name, e));
        }
    }
}
