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

    /** Cuts a file at a position, adds to it, and has that on the disk. Nobody may read it then who may not read another file. */
    void append(Path file, long position, byte[] content, Path like) throws IOException;

    /** Puts a file in the place of another, at once. */
    void replace(Path file, Path by) throws IOException;

    /** Has the names of a folder on the disk. */
    void syncFolder(Path folder) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    /**
     * Locks a file against other processes, for who may write another one; null if another process has it. If there is none
     * it is made, and may be written by whoever may write the other one.
     */
    @Nullable
    Closeable tryLock(Path file, Path like) throws IOException;
}
