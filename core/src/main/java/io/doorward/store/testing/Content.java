package io.doorward.store.testing;

import io.doorward.change.ChangeRefusedException;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** Compares policies. */
final class Content {

    private Content() {}

    /** Demands the same policy, whatever its revision. */
    static void assertSame(Policy expected, Policy actual) {
        Assertions.assertEquals(expected.catalogue(), actual.catalogue(), "the catalogue");
        Assertions.assertEquals(expected.users(), actual.users(), "the users");
        Assertions.assertEquals(expected.organizations(), actual.organizations(), "the organizations");
        Assertions.assertEquals(
                expected.workspaces().keySet(), actual.workspaces().keySet(), "the ids of the workspaces");
        expected.workspaces()
                .forEach((id, workspace) ->
                        Assertions.assertEquals(workspace, actual.workspaces().get(id), () -> "the workspace " + id));
        Assertions.assertEquals(expected.publicLinks(), actual.publicLinks(), "the public links");
    }

    /** Demands the same policy at the same revision. */
    static void assertEqual(Policy expected, Policy actual) {
        assertSame(expected, actual);
        Assertions.assertEquals(expected.revision(), actual.revision(), "the revision");
    }

    /** Demands the row of a key. */
    static <K, V> V row(Map<K, V> rows, K key) {
        V row = rows.get(key);
        return row == null ? Assertions.fail("There is no row of the id " + key + ".") : row;
    }

    /** Demands that a refusal names something. */
    static void assertNames(ChangeRefusedException refusal, String name) {
        String message = String.valueOf(refusal.getMessage());
        Assertions.assertTrue(message.contains(name), () -> "names no " + name + ": " + message);
    }

    static Revision next(Revision revision) {
        return new Revision(revision.lineage(), revision.number() + 1);
    }
}
