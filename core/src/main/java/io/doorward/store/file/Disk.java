package io.doorward.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** All that the store does with files, each call done or failed as a whole where the system can do that. */
interface Disk {

    /** The file behind symbolic links. */
    Path resolve(Path link) throws IOException;

    /** Whether there is anything of that name, a link that leads nowhere included. */
    boolean exists(Path file) throws IOException;

    /** What tells whether a file has changed. */
    Stamp stamp(Path file) throws IOException;

    /** The rest of a file, from a position on; nothing where it is shorter. */
    byte[] read(Path file, long position) throws IOException;

    /**
     * Writes a file that is not there, and has it on the disk. Owner, group and permissions are those of another file where
     * that is there and the system allows it; else nobody but the owner may read it.
     */
    void create(Path file, byte[] content, Path like) throws IOException;

    /** Cuts a file at a position, adds to it, and has that on the disk. */
    void append(Path file, long position, byte[] content) throws IOException;

    /** Puts a file in the place of another, at once. */
    void replace(Path file, Path by) throws IOException;

    /** Has the names of a folder on the disk. */
    void syncFolder(Path folder) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Locks a file against other processes, creating it if need be; null if another has it. */
    @Nullable
    Closeable tryLock(Path file) throws IOException;
}
