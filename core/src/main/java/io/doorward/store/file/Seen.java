package io.doorward.store.file;

import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.problem.InvalidPolicyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The document as it was read at one moment. */
final class Seen {

    private final byte[] content;
    private final Digest digest;
    private final Stamp stamp;
    private final boolean young;

    private Seen(byte[] content, Stamp stamp, boolean young) {
        this.content = content;
        this.digest = Digest.of(content);
        this.stamp = stamp;
        this.young = young;
    }

    /**
     * Reads it. What is written meanwhile shows in the stamp: it is asked for before, so that it is older than the content,
     * if anything.
     */
    static Seen read(Disk disk, DocumentFiles files) throws IOException {
        Stamp stamp = disk.stamp(files.document());
        boolean young = stamp.isTooYoungAt(System.currentTimeMillis());
        return new Seen(disk.read(files.document(), 0), stamp, young);
    }

    Digest digest() {
        return digest;
    }

    Stamp stamp() {
        return stamp;
    }

    /** Whether it may have changed since although its stamp is the same. */
    boolean isYoung() {
        return young;
    }

    /**
     * What it says.
     *
     * @throws InvalidPolicyException if it is no policy
     */
    Policy policy() {
        try {
            return PolicyJson.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException("What is in memory cannot fail to be read.", e);
        }
    }
}
