package io.doorward.store.file;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether a file has changed without reading it. An immutable value.
 *
 * @param file which file it is, where the system can tell
 */
record Stamp(@Nullable Object file, FileTime modified, long size) {

    /** Of no file. */
    static final Stamp UNKNOWN = new Stamp(null, FileTime.fromMillis(0), -1);

    /** Systems count times in steps, of up to two seconds on some. */
    private static final long STEP_MILLIS = 2_000;

    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
    }

    /** Whether the file may have changed after it was read, within a step of time, so that the stamp does not show it. */
    boolean isTooYoungAt(long wallMillis) {
        return wallMillis - modified.toMillis() < STEP_MILLIS;
    }
}
