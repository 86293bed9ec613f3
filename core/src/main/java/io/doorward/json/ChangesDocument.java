package io.doorward.json;

import static java.util.Objects.requireNonNull;

import io.doorward.change.ChangeSet;
import io.doorward.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What a document of the format {@code doorward/changes/1} says. An immutable value.
 *
 * @param changes the changes, in their order
 * @param madeAgainst the state of the policy that whoever made them had before his eyes; null where the document does not
 *     say so
 */
public record ChangesDocument(ChangeSet changes, @Nullable Revision madeAgainst) {

    /** The changes must not be null. */
    public ChangesDocument {
        requireNonNull(changes, "changes");
    }

    /** Changes for whatever state the policy is in. */
    public static ChangesDocument of(ChangeSet changes) {
        return new ChangesDocument(changes, null);
    }
}
