package io.doorward.store.file;

import io.doorward.model.Revision;
import java.time.Instant;

/** A deed that a store has acknowledged, as its process says it. An immutable value. */
record Acknowledged(Deed deed, Revision revision, Instant instant) {

    /** What a line says. */
    static Acknowledged of(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 6 || !words[0].equals("done")) {
            throw new IllegalArgumentException("The child says: " + line);
        }
        return new Acknowledged(
                new Deed(words[1], Integer.parseInt(words[2])),
                new Revision(words[3], Long.parseLong(words[4])),
                Instant.parse(words[5]));
    }

    /** The line. */
    @Override
    public String toString() {
        return "done " + deed.writer() + " " + deed.number() + " " + revision.lineage() + " " + revision.number() + " "
                + instant;
    }
}
