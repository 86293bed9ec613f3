package io.doorward.store.file;

import io.doorward.model.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log what a person changed who edited the document. */
final class HandEdits {

    private static final Logger LOG = LoggerFactory.getLogger(HandEdits.class);

    private HandEdits() {}

    static void log(DocumentFiles files, Policy before, Policy after) {
        LOG.warn("The policy file {} was edited by hand; it is revision {} now.", files.document(), after.revision());
    }
}
