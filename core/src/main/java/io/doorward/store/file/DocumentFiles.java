package io.doorward.store.file;

import java.nio.file.Path;

/**
 * The document and what stands beside it. An immutable value.
 *
 * @param document behind all symbolic links, so that stores that come by different links meet at one lock
 */
record DocumentFiles(Path document) {

    /** A line for each of the newest revisions. */
    Path log() {
        return beside(".log");
    }

    /** Locked while a revision is written; empty, never deleted. */
    Path lock() {
        return beside(".lock");
    }

    /** The next document, while it is written. Of one name, so that those of killed writers do not pile up. */
    Path next() {
        return beside(".tmp");
    }

    /** A shorter log, while it is written. */
    Path nextLog() {
        return beside(".log.tmp");
    }

    /** What is in force while the document is refused. */
    Path lastGood() {
        return beside(".last-good");
    }

    Path folder() {
        Path parent = document.getParent();
        return parent == null ? document : parent;
    }

    private Path beside(String ending) {
        return document.resolveSibling(document.getFileName() + ending);
    }
}
