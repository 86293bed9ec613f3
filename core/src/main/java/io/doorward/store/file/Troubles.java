package io.doorward.store.file;

import io.doorward.problem.InvalidPolicyException;
import io.doorward.store.StoreException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the document, in words that say what to do. */
final class Troubles {

    /** What else somebody can do whose edit is refused. */
    static final String OTHER_WAYS =
            "; edit the newest document, or take the lineage and the revision away from this one to"
                    + " put it in force as it is";

    private Troubles() {}

    static StoreException unreadable(Path path, IOException e) {
        return new StoreException(
                e instanceof NoSuchFileException
                        ? "There is no policy file " + path
                                + "; nothing was changed. Put it there, or make a new one with"
                                + " JsonFilePolicyStore.create."
                        : "The policy file " + path + " cannot be read (" + Reasons.of(e)
                                + "); nothing was changed. Let this process read it.",
                e,
                false);
    }

    /** What stands in the document cannot be in force. */
    static final class UnfitDocumentException extends StoreException {

        private static final long serialVersionUID = 1L;

        UnfitDocumentException(String message, @Nullable Throwable cause) {
            super(message, cause, false);
        }
    }

    static UnfitDocumentException invalid(DocumentFiles files, InvalidPolicyException e, String further) {
        return new UnfitDocumentException(
                "The policy file " + files.document()
                        + " is no policy that can be in force, so nothing was taken from it;" + " mend it." + further
                        + " It has " + e.getMessage(),
                e);
    }

    static UnfitDocumentException refused(DocumentFiles files, String why) {
        return new UnfitDocumentException(
                "The policy file " + files.document() + " was edited and cannot be taken over: " + why + ".", null);
    }

    /** Of a document of a lineage that a restored one has replaced. */
    static UnfitDocumentException former(DocumentFiles files) {
        return refused(files, "it was made of a policy that was replaced since" + OTHER_WAYS);
    }

    static StoreException overtaken(DocumentFiles files) {
        return new StoreException(
                "The policy file " + files.document()
                        + " is written by others all the time, past its lock; nothing was changed, try again.",
                null,
                true);
    }

    static StoreException unsynced(DocumentFiles files, Object revision, IOException e) {
        return new StoreException(
                "Revision " + revision + " is in the policy file " + files.document()
                        + " and in force, but whether it would outlast a power failure is not known ("
                        + Reasons.of(e) + ").",
                e,
                false);
    }
}
