package io.doorward.store.file;

import io.doorward.model.Policy;
import io.doorward.model.Revision;

/**
 * What this process knows of the document: the last good state of it. An immutable value.
 *
 * @param policy as followers know it; a document without a lineage has got one here, which is written with the next change
 * @param named the revision that the document names
 * @param digest of the document's bytes
 * @param stamp of the document; if it is another one, the document has to be looked at
 * @param young whether the document has to be looked at although its stamp is the same
 */
record Known(Policy policy, Revision named, Digest digest, Stamp stamp, boolean young) {

    Revision revision() {
        return policy.revision();
    }

    /** The same policy, in a document that was written or touched. */
    Known in(Seen document) {
        return new Known(policy, named, document.digest(), document.stamp(), document.isYoung());
    }
}
